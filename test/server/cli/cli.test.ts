import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { createServer as createNetServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { json, text } from 'node:stream/consumers'
import { version } from '../../../server/package.json'
import { frontSpecimen, type Specimen } from '../http/specimen'
import { END, MULTIPART, partHead } from '../http/start-server'

const BIN = path.join(__dirname, '../../../server/bin/miniprogram-ocr-server.js')

jest.setTimeout(60_000)

let specimen: Specimen

beforeAll(async () => {
  specimen = await frontSpecimen()
})

function start(args: string[], env: NodeJS.ProcessEnv = {}) {
  return spawn(process.execPath, [BIN, ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function run(args: string[], env?: NodeJS.ProcessEnv) {
  const child = start(args, env)
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exitOf(child)])
  return { stdout, stderr, code }
}

async function exitOf(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, 'exit')
  return code
}

describe('recognize', () => {
  it('prints the reply as one line of JSON', async () => {
    const { stdout, stderr, code } = await run(['recognize', 'idcard', specimen.file])
    expect(JSON.parse(stdout)).toMatchObject({ errcode: 0, errmsg: 'ok', type: 'Front', id: specimen.id })
    expect({ stderr, code, lines: stdout.split('\n').length }).toEqual({ stderr: '', code: 0, lines: 2 })
  })

  it('prints an error of the engine as JSON and exits with 1', async () => {
    const { stdout, stderr, code } = await run(['recognize', 'idcard', __filename, '--type', 'scan'])
    expect(JSON.parse(stdout)).toEqual({
      errcode: 101002,
      errmsg: expect.stringMatching(/^invalid image data hint: \[/),
    })
    expect({ stderr, code }).toEqual({ stderr: '', code: 1 })
  })
})

describe('wrong use exits with 2 and one clear sentence', () => {
  it.each<[string[], string]>([
    [[], 'Say what to do: serve, recognize or doctor.'],
    [['read'], 'There is no command read.'],
    [['serve', '--port', '65536'], '65536 is no port: give a number up to 65535.'],
    [['serve', '--port', '80a'], '80a is no port: give a number up to 65535.'],
    [['serve', 'here'], 'serve takes no operand.'],
    [['serve', '--hots', '0.0.0.0'], "Unknown option '--hots'"],
    [['serve', '--host', '0.0.0.0'], 'On 0.0.0.0 others could send it identity papers: say who may with --authorize'],
    [['serve', '--host', '::'], 'On :: others could send it identity papers'],
    [['serve', '--host', 'example.com'], 'On example.com others could send it identity papers'],
    [['serve', '--authorize', 'nobody'], 'nobody is no way to authorize: give jwt or cloudrun.'],
    [['serve', '--authorize', 'jwt'], '--authorize jwt needs OCR_JWT_KEY in the environment.'],
    [['serve', '--rate', '0'], '0 is no number for --rate.'],
    [['serve', '--engine', 'wechat'], 'Engine wechat needs WECHAT_APPID in the environment.'],
    [['serve', '--engine', 'tesseract'], 'tesseract is no engine: give embedded or wechat or'],
    [['recognize', 'idcard'], 'recognize takes a card and a picture: recognize idcard photo.jpg'],
    [['recognize', 'passport', 'a.jpg'], 'recognize takes a card and a picture: recognize idcard photo.jpg'],
    [['recognize', 'idcard', 'a.jpg', '--type', 'video'], 'video is no type: give photo or scan.'],
    [['recognize', 'idcard', 'missing.jpg'], 'missing.jpg cannot be read (ENOENT).'],
    [['recognize', 'idcard', __dirname], `${__dirname} cannot be read (EISDIR).`],
  ])('%j', async (args, sentence) => {
    const { stdout, stderr, code } = await run(args)
    expect(stderr.startsWith(sentence)).toBe(true)
    expect(stderr.trim().split('\n').at(-1)).toBe('See miniprogram-ocr-server --help.')
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
  })

  it('a port that is taken', async () => {
    const other = createNetServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { stderr, code } = await run(['serve'], { PORT: String(port) })
    expect(stderr).toContain(`Port ${port} cannot be opened (EADDRINUSE): choose another with --port.`)
    expect(code).toBe(2)
    other.close()
  })
})

it.each(['--help', '-h'])('%s prints every command', async (option) => {
  const { stdout, code } = await run(['serve', option])
  expect(stdout).toContain('miniprogram-ocr-server serve [--port 8080]')
  expect(stdout).toContain('miniprogram-ocr-server recognize idcard <picture> [--type photo|scan]')
  expect(code).toBe(0)
})

it.each(['--version', '-v'])('%s prints the version of the package', async (option) => {
  expect(await run([option])).toEqual({ stdout: `${version}\n`, stderr: '', code: 0 })
})

describe('serve', () => {
  let child: ReturnType<typeof start>
  let origin: string

  beforeEach(async () => {
    child = start(['serve', '--port', '0'], { PORT: '1' })
    const [line] = await once(child.stdout, 'data')
    origin = /listens on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(String(line))?.[1] ?? ''
  })

  afterEach(() => child.kill('SIGKILL'))

  it.each(['SIGINT', 'SIGTERM'] as const)('finishes the answers in flight after a %s, and ends', async (signal) => {
    const [complete, half] = await Promise.all([beginUpload(), beginUpload()])
    const exit = exitOf(child)
    complete.finish()
    child.kill(signal)
    await refusesConnections()
    half.finish()
    expect(await complete.answer).toMatchObject({ errcode: 0, id: specimen.id })
    expect(await half.answer).toMatchObject({ errcode: 0, id: specimen.id })
    expect(await exit).toBe(0)
  })

  /** Sends the beginning of a picture; the server has asked for the rest when this returns. */
  async function beginUpload() {
    const headers = { ...MULTIPART, expect: '100-continue' }
    const upload = request(`${origin}/cv/ocr/idcard`, { method: 'POST', headers })
    const answer = once(upload, 'response').then(([response]) => json(response))
    upload.write(partHead('Content-Disposition: form-data; name="img"; filename="photo.jpg"'))
    upload.write(specimen.compressed.subarray(0, 1000))
    await once(upload, 'continue')
    const finish = () => upload.end(Buffer.concat([specimen.compressed.subarray(1000), Buffer.from(END)]))
    return { answer, finish }
  }

  /** Fails by jest's time limit when the server never stops to listen. */
  async function refusesConnections() {
    while (await isUp()) await new Promise(setImmediate)
  }

  function isUp(): Promise<boolean> {
    return fetch(`${origin}/healthz`).then(
      () => true,
      () => false,
    )
  }
})
