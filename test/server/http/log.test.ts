import { createServer } from '../../../server/src'
import { ask, fakeEngine, formOf, listen, post, type Running } from './start-server'

const SECRETS = {
  token: 'SECRET-ACCESS-TOKEN',
  header: 'SECRET-HEADER',
  part: 'SECRET-PART',
  picture: 'SECRET-PICTURE',
  field: 'SECRET-NAME-ON-THE-CARD',
  message: 'SECRET-MESSAGE',
}
const HEADERS = { authorization: SECRETS.header, cookie: SECRETS.header }

const engine = fakeEngine(async () => ({ name: SECRETS.field }))
const query = `?access_token=${SECRETS.token}&type=photo`
let log: string
let running: Running

beforeEach(async () => {
  log = ''
  const stream = { write: (line: string) => void (log += line) }
  running = await listen(createServer({ engine, logger: { level: 'trace', stream } }))
})

afterEach(async () => {
  await running.server.close()
  for (const secret of Object.values(SECRETS)) expect(log).not.toContain(secret)
})

function secretForm() {
  const form = formOf(Buffer.from(SECRETS.picture))
  form.append('name', SECRETS.part)
  return form
}

it('tells method and path of a good request and nothing of what it holds', async () => {
  expect(await post(running.url + query, secretForm(), HEADERS)).toMatchObject({ name: SECRETS.field })
  expect(log).toContain('"req":{"method":"POST","path":"/cv/ocr/idcard","ip":"127.0.0.1"}')
  expect(log).toContain('request completed')
})

it('tells where an unforeseen error came up, without its message', async () => {
  class EngineFault extends Error {
    readonly card = SECRETS.field
  }
  engine.recognize.mockRejectedValueOnce(new EngineFault(`${SECRETS.message}\n    at ${SECRETS.message}`))
  await post(running.url + query, secretForm(), HEADERS)
  expect(log).toContain('unforeseen error')
  expect(log).toContain('log.test.ts')
})

it.each(['/cv/ocr/idcard', '/nowhere', '/cv/ocr/%zz'])('tells nothing of the query of GET %s', async (path) => {
  const url = new URL(path + query, running.url).href
  await ask(url, { headers: HEADERS })
  await ask(url, { headers: { ...HEADERS, 'content-type': ';;' }, method: 'PUT', body: SECRETS.picture })
  expect(log).toContain(`"path":"${path}"`)
})

it("cannot be made to tell by the caller's own serializers", async () => {
  let line = ''
  const stream = { write: (text: string) => void (line += text) }
  const serializers = { req: (request: { url: string }) => ({ url: request.url }) }
  const other = await listen(createServer({ engine, logger: { stream, serializers } }))
  await post(other.url + query, secretForm())
  await other.server.close()
  expect(line).toContain('incoming request')
  expect(line).not.toContain(SECRETS.token)
})

it('is silent unless asked for', async () => {
  const out = jest.spyOn(process.stdout, 'write')
  const silent = await listen(createServer({ engine }))
  await post(silent.url, secretForm())
  await silent.server.close()
  expect(out).not.toHaveBeenCalled()
  out.mockRestore()
})
