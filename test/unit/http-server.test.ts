import http from 'node:http'
import type { AddressInfo } from 'node:net'
import zlib from 'node:zlib'
import type { BackendRequest, HttpOptions } from '../../src'
import { http as httpBackend, OcrError } from '../../src'
import { Cancellation, Cancelled } from '../../src/cancellation'
import { readIdCard } from '../../src/cards/idcard'
import { exchange } from '../../src/exchange'
import { backendRequest, PICTURE } from '../tools/backend-request'
import { FRONT_REPLY } from '../../testing/fake-phone'
import { realUpload } from '../tools/real-upload'

jest.setTimeout(60_000)

const PHOTO = Buffer.alloc(1_500_000, 'jpeg')
const JSON_REPLY = JSON.stringify(FRONT_REPLY)

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void

let server: http.Server
let handle: Handler
const received: string[] = []

/** Answers once all of the picture has come. */
const afterUpload =
  (answer: Handler): Handler =>
  (request, response) => {
    request.resume().on('end', () => answer(request, response))
  }

const replies = (status: number, body: string | Buffer, headers: http.OutgoingHttpHeaders = {}) =>
  afterUpload((_, response) => response.writeHead(status, headers).end(body))

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const send = (request: Partial<BackendRequest> = {}, options: Partial<HttpOptions> = {}) =>
  httpBackend({ url: address(), ...options })(PICTURE, backendRequest({ timeout: 10_000, ...request }))

const failure = (sending: Promise<unknown>) =>
  sending.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )

beforeAll(async () => {
  Object.assign(globalThis, { wx: { uploadFile: realUpload(new Map([[PICTURE.path, PHOTO]])) } })
  server = http.createServer((request, response) => {
    received.push(`${request.method} ${request.url}`)
    handle(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

beforeEach(() => {
  received.length = 0
})

afterAll(() => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
})

it('reads the reply of a server that behaves, and sends it all of the picture', async () => {
  let body = Buffer.alloc(0)
  handle = async (request, response) => {
    for await (const chunk of request) body = Buffer.concat([body, chunk])
    response.end(JSON_REPLY)
  }
  expect(await send({}, { formData: { shop: '12' } })).toEqual(FRONT_REPLY)
  expect(received).toEqual(['POST /cv/ocr/idcard?type=photo'])
  expect(body.includes(PHOTO)).toBe(true)
  expect(body.toString('latin1')).toMatch(/name="shop"\r\n\r\n12\r\n[^]*name="img"; filename=/)
})

it.each<[string, Handler, object]>([
  ['200 with HTML', replies(200, '<html>样本</html>'), { kind: 'service', message: 'the reply is not JSON' }],
  ['half a JSON', replies(200, JSON_REPLY.slice(0, -9)), { kind: 'service', message: 'the reply is not JSON' }],
  ['an empty body', replies(200, ''), { kind: 'service', message: 'the reply is empty' }],
  ['204', replies(204, ''), { kind: 'service', message: 'the reply is empty' }],
  ['401', replies(401, JSON_REPLY), { kind: 'auth', code: 401 }],
  ['404', replies(404, '<html>'), { kind: 'http', code: 404 }],
  ['413', replies(413, '<html>'), { kind: 'image-size', code: 413 }],
  ['429', replies(429, ''), { kind: 'rate', code: 429 }],
  ['500', replies(500, JSON_REPLY), { kind: 'http', code: 500 }],
  ['502', replies(502, '<html>nginx'), { kind: 'http', code: 502 }],
  ['5 MB that are no JSON', replies(200, `${'样本'.repeat(900_000)}`), { kind: 'service' }],
  ['a redirect without an address', replies(302, ''), { kind: 'http', code: 302 }],
  [
    'a redirect that turns the upload into a question',
    (request, response) =>
      request.method === 'POST'
        ? replies(302, '', { location: '/elsewhere' })(request, response)
        : response.writeHead(405).end(),
    { kind: 'http', code: 405 },
  ],
  ['redirects in a circle', replies(307, '', { location: '/cv/ocr/idcard' }), { kind: 'network' }],
  ['413 before all is sent', (_, response) => response.writeHead(413, { connection: 'close' }).end(), {}],
  ['a reset in mid-upload', (request) => request.once('data', () => request.socket.destroy()), { kind: 'network' }],
  [
    'a reply that is cut off',
    afterUpload((request, response) => {
      response.writeHead(200, { 'content-length': 9999 }).write(JSON_REPLY, () => request.socket.destroy())
    }),
    { kind: 'network' },
  ],
])('tells of %s as one typed error that quotes nothing', async (_, misbehave, expected) => {
  handle = misbehave
  const error = await failure(send())
  expect(error).toBeInstanceOf(OcrError)
  expect(error).toMatchObject(expected)
  expect(String(error)).not.toContain('样本')
  expect(String(error).length).toBeLessThan(100)
})

it.each<[string, Handler]>([
  ['slow headers', afterUpload(() => undefined)],
  ['a slow body', afterUpload((_, response) => void response.writeHead(200).write('{"errcode":0,'))],
])('waits no longer for %s than its timeout', async (_, stall) => {
  handle = stall
  expect(await failure(send({}, { timeout: 300 }))).toMatchObject({ kind: 'timeout' })
})

it('follows a redirect that keeps the upload', async () => {
  handle = (request, response) =>
    request.url === '/new'
      ? replies(200, JSON_REPLY)(request, response)
      : replies(308, '', { location: '/new' })(request, response)
  expect(await send()).toEqual(FRONT_REPLY)
})

it('reads a reply of 5 MB, and one in gzip', async () => {
  const large = { ...FRONT_REPLY, note: '备注'.repeat(800_000) }
  handle = replies(200, JSON.stringify(large))
  expect(await send()).toEqual(large)
  handle = replies(200, zlib.gzipSync(JSON_REPLY), { 'content-encoding': 'gzip' })
  expect(await send()).toEqual(FRONT_REPLY)
})

it('tells its progress, from nothing to all', async () => {
  handle = replies(200, JSON_REPLY)
  const told: number[] = []
  await send({ onProgress: (percent) => told.push(percent) })
  expect(told[0]).toBe(0)
  expect(told.at(-1)).toBe(100)
  expect(told.length).toBeGreaterThan(10)
  expect(told).toEqual([...told].sort((a, b) => a - b))
})

it('closes the connection when it is cancelled', async () => {
  const cancellation = new Cancellation()
  const closed = new Promise((resolve) => {
    handle = (request) => {
      request.socket.on('close', resolve)
      request.once('data', () => cancellation.cancel())
    }
  })
  expect(await failure(send({ cancellation }))).toBeInstanceOf(Cancelled)
  await closed
})

describe('in a recognition', () => {
  const recognize = (url: string) => {
    const { errorIn: _, ...request } = backendRequest({ timeout: 10_000 })
    return failure(exchange(httpBackend({ url }), PICTURE, readIdCard, request))
  }

  it('a connection that fails before a byte is sent is tried once more', async () => {
    const closed = http.createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const upload = jest.spyOn(Reflect.get(globalThis, 'wx'), 'uploadFile')
    expect(await recognize(`http://127.0.0.1:${port}`)).toMatchObject({ kind: 'network' })
    expect(upload).toHaveBeenCalledTimes(2)
  })

  it('one that is reset in mid-upload is not', async () => {
    handle = (request) => request.once('data', () => request.socket.destroy())
    expect(await recognize(address())).toMatchObject({ kind: 'network' })
    expect(received).toHaveLength(1)
  })
})
