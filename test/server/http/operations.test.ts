import { validate } from '@apidevtools/swagger-parser'
import { ApiError, createServer } from '../../../server/src'
import { CARDS } from '../../../server/src/engines/engine'
import { fakeEngine, formOf, FRONT, JPEG, listen, post, type Running } from './start-server'

const engine = { ...fakeEngine(), status: async () => ({ wechat_calls_today: 42 }) }
let running: Running
beforeEach(async () => {
  running = await listen(createServer({ engine, apps: [{ appid: 'wx0002', secret: 'secret' }], authorize: () => 'me' }))
})
afterEach(() => running.server.close())

const get = (path: string) => fetch(new URL(path, running.url))

describe('GET /metrics', () => {
  it('counts answers by card and errcode, and times them', async () => {
    await post(running.url, formOf(JPEG))
    engine.recognize.mockRejectedValueOnce(new ApiError(101001))
    await post(running.url, formOf(JPEG))
    await post(running.url, 'no form')
    const text = await (await get('/metrics')).text()
    expect(text).toContain('ocr_requests_total{card="idcard",errcode="0"} 1')
    expect(text).toContain('ocr_requests_total{card="idcard",errcode="101001"} 1')
    expect(text).toContain('ocr_requests_total{card="idcard",errcode="41005"} 1')
    expect(text).toContain('ocr_request_duration_seconds_count{card="idcard"} 3')
    expect(text).toMatch(/^ocr_active 0$/m)
    expect(text).toMatch(/^ocr_waiting 0$/m)
    expect(text).toContain('ocr_engine{name="wechat_calls_today"} 42')
    expect(text).toContain('process_resident_memory_bytes')
  })

  it('holds nothing of a card, a token or a caller', async () => {
    await post(`${running.url}?type=SECRET&access_token=`, formOf(JPEG), { 'user-agent': 'SECRET' })
    const text = await (await get('/metrics')).text()
    for (const secret of ['SECRET', FRONT.id, FRONT.name]) expect(text).not.toContain(secret)
  })
})

describe('GET /documentation', () => {
  it('is valid OpenAPI', async () => {
    const document = (await (await get('/documentation')).json()) as Parameters<typeof validate>[0]
    expect(await validate(document)).toMatchObject({ openapi: '3.0.3' })
  })

  it('has exactly the paths that the server has', async () => {
    const { paths } = (await (await get('/documentation')).json()) as { paths: Record<string, Record<string, unknown>> }
    const documented = Object.entries(paths).flatMap(([url, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${url}`),
    )
    const others = ['GET /cgi-bin/token', 'POST /cgi-bin/stable_token', 'GET /healthz', 'GET /readyz', 'GET /metrics']
    expect(documented.sort()).toEqual([...CARDS.map((card) => `POST /cv/ocr/${card}`), ...others].sort())
    const isServed = (entry: string) => {
      const [method = '', url = ''] = entry.split(' ')
      return running.server.hasRoute({ method, url })
    }
    expect(documented.filter((entry) => !isServed(entry))).toEqual([])
  })
})

describe('health', () => {
  it('is ready while it takes requests', async () => {
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' })
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' })
  })

  it('is alive but not ready once it stops', async () => {
    const [alive, ready] = await Promise.all(['/healthz', '/readyz'].map((url) => createServer({ engine }).inject(url)))
    expect([alive?.statusCode, ready?.statusCode, ready?.json()]).toEqual([200, 503, { status: 'stopping' }])
  })
})
