import { generateKeyPairSync } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import type { FastifyRequest } from 'fastify'
import { SignJWT } from 'jose'
import { bearerJwt, cloudRun, createServer, type Authorize, type ServerOptions } from '../../../server/src'
import { fakeEngine, formOf, FRONT, JPEG, listen, post, type Running } from './start-server'

const SECRET = 'a secret of more than thirty-two characters'
const OK = { errcode: 0, errmsg: 'ok', ...FRONT }
const UNKNOWN = {
  errcode: 40001,
  errmsg: 'invalid credential, access_token is invalid or not latest hint: [this server does not know who sent this]',
}

const engine = fakeEngine()
let running: Running | undefined
afterEach(async () => {
  await running?.server.close()
  engine.recognize.mockClear()
})

async function ask(options: ServerOptions, headers: Record<string, string> = {}, query = '') {
  await running?.server.close()
  running = await listen(createServer({ engine, ...options }))
  return post(running.url + query, formOf(JPEG), headers)
}

describe('a hook of your own', () => {
  it('that knows the caller lets the picture in', async () => {
    const authorize: Authorize = async ({ headers }) => (headers['x-user'] === 'me' ? 'me' : undefined)
    expect(await ask({ authorize }, { 'x-user': 'me' })).toEqual(OK)
  })

  it.each<[string, Authorize]>([
    ['does not', () => undefined],
    ['says nothing', () => ''],
    ['throws', () => Promise.reject(new Error('the token 1234 is bad'))],
  ])('that %s keeps it out, unread', async (_name, authorize) => {
    expect(await ask({ authorize })).toEqual(UNKNOWN)
    expect(engine.recognize).not.toHaveBeenCalled()
  })
})

describe('bearerJwt', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const token = (claims: Record<string, unknown>, { key = SECRET, alg = 'HS256' } = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg }).sign(Buffer.from(key))
  const soon = () => Math.floor(Date.now() / 1000) + 60
  const knows = async (options: Parameters<typeof bearerJwt>[0], value: string) =>
    (await ask({ authorize: bearerJwt(options) }, { authorization: value })).errcode === 0

  it('takes a token that its key has signed', async () => {
    expect(await knows({ key: SECRET }, `Bearer ${await token({ sub: 'me', exp: soon() })}`)).toBe(true)
  })

  it('takes one that a private key has signed, by its public key', async () => {
    const signed = new SignJWT({ sub: 'me', exp: soon() }).setProtectedHeader({ alg: 'ES256' }).sign(privateKey)
    expect(await knows({ key: pem }, `Bearer ${await signed}`)).toBe(true)
  })

  it.each<[string, () => Promise<string>]>([
    ['an expired one', () => token({ sub: 'me', exp: soon() - 120 })],
    ['one that never expires', () => token({ sub: 'me' })],
    ['one without a subject', () => token({ exp: soon() })],
    ['one of another key', () => token({ sub: 'me', exp: soon() }, { key: SECRET.toUpperCase() })],
    ['one that is unsigned', async () => `${encode({ alg: 'none' })}.${encode({ sub: 'me', exp: soon() })}.`],
    ['none', async () => ''],
    ['rubbish', async () => 'a.b.c'],
  ])('refuses %s', async (_name, make) => {
    expect(await knows({ key: SECRET }, `Bearer ${await make()}`)).toBe(false)
  })

  it('refuses a token that was signed with the public key as if it were a secret', async () => {
    expect(await knows({ key: pem }, `Bearer ${await token({ sub: 'me', exp: soon() }, { key: pem })}`)).toBe(false)
  })

  it('takes no other issuer and no other audience', async () => {
    const options = { key: SECRET, issuer: 'us', audience: 'ocr' }
    const claims = { sub: 'me', exp: soon(), iss: 'us', aud: 'ocr' }
    expect(await knows(options, `Bearer ${await token(claims)}`)).toBe(true)
    expect(await knows(options, `Bearer ${await token({ ...claims, iss: 'them' })}`)).toBe(false)
    expect(await knows(options, `Bearer ${await token({ ...claims, aud: 'pay' })}`)).toBe(false)
  })

  it('takes no Basic, and no key that can be guessed', async () => {
    expect(await knows({ key: SECRET }, `Basic ${await token({ sub: 'me', exp: soon() })}`)).toBe(false)
    expect(() => bearerJwt({ key: 'short' })).toThrow('bearerJwt needs a key of at least 32 characters')
  })
})

describe('cloudRun', () => {
  const requestFrom = (remoteAddress: string, openid?: unknown) =>
    ({ headers: { 'x-wx-openid': openid }, socket: { remoteAddress } }) as unknown as FastifyRequest

  it.each(['10.1.2.3', '172.20.0.1', '192.168.0.1', '100.64.1.1', '169.254.128.1', '::ffff:10.1.2.3', 'fd00::1'])(
    'takes the openid that comes from %s',
    (address) => expect(cloudRun()(requestFrom(address, 'oABC-_123'))).toBe('oABC-_123'),
  )

  it.each(['8.8.8.8', '172.32.0.1', '::ffff:8.8.8.8', '2606:4700::1111', '127.0.0.1', ''])(
    'takes none that comes from %s',
    (address) => expect(cloudRun()(requestFrom(address, 'oABC'))).toBeUndefined(),
  )

  it('can be told where the gateway is', () => {
    const authorize = cloudRun({ gateway: ['10.1.0.0/16'] })
    expect(authorize(requestFrom('10.1.2.3', 'oABC'))).toBe('oABC')
    expect(authorize(requestFrom('10.2.2.3', 'oABC'))).toBeUndefined()
  })

  it.each([undefined, '', 'a b', ['a', 'b'], 'x'.repeat(129), 'a\nb'])('takes %j for no openid', (openid) => {
    expect(cloudRun()(requestFrom('10.1.2.3', openid))).toBeUndefined()
  })
})

describe('without anybody to know callers', () => {
  const lan = Object.values(networkInterfaces())
    .flat()
    .find((network) => network?.family === 'IPv4' && !network.internal)?.address

  async function askFromOutside(options: ServerOptions) {
    const { server } = (running = await listen(createServer({ engine, ...options }), '0.0.0.0'))
    const { port } = server.server.address() as { port: number }
    return post(`http://${lan ?? 'no-network-here'}:${port}/cv/ocr/idcard`, formOf(JPEG))
  }

  it('serves this machine', async () => {
    expect(await ask({})).toEqual(OK)
  })

  it('serves nobody at another address of this machine, wherever it was told to listen', async () => {
    expect(await askFromOutside({})).toEqual({
      errcode: 48001,
      errmsg: 'api unauthorized hint: [without authorize this server serves its own machine]',
    })
    expect(engine.recognize).not.toHaveBeenCalled()
  })

  it('serves everybody when told to', async () => {
    expect(await askFromOutside({ allowAnonymous: true })).toEqual(OK)
  })
})

it('with app credentials and a hook, either is enough', async () => {
  const options: ServerOptions = {
    apps: [{ appid: 'wx0002', secret: 'secret' }],
    authorize: ({ headers }) => (headers['x-user'] ? 'me' : undefined),
  }
  expect(await ask(options)).toMatchObject({ errcode: 41001 })
  expect(await post(String(running?.url), formOf(JPEG), { 'x-user': 'me' })).toEqual(OK)
  expect(await post(`${running?.url}?access_token=x`, formOf(JPEG), { 'x-user': 'me' })).toMatchObject({
    errcode: 40014,
  })
})

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
