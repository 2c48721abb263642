import {
  ApiError,
  createImageFetcher,
  createServer,
  createWechatEngine,
  type Engine,
  type Errcode,
} from '../../../server/src'
import { CARDS } from '../../../server/src/engines/engine'
import { formOf, listen, MULTIPART, partHead, END } from '../http/start-server'
import { startImageHost, type ImageHost } from '../image-url/image-host'
import { RESULTS } from '../wechat/replies'
import { startStandIn, type StandIn } from '../wechat/stand-in'

/**
 * One suite, three services: the stand-in of WeChat, this server before an engine of its own, and this server before the stand-in.
 * Whoever passes can take the others' place: that is what compatible means here.
 */
type Service = {
  origin: string
  appid: string
  secret: string
  advance(milliseconds: number): void
  stop(): Promise<void>
}

const APP = { appid: 'wx0002', secret: 'secret-of-the-app' }
const ACCOUNT = { appid: 'wx0001', secret: 'secret-of-the-account' }
const PICTURE = Buffer.from([0xff, 0xd8, 1, 2, 3])
const HOUR = 60 * 60 * 1000

let host: ImageHost
beforeAll(async () => {
  host = await startImageHost()
})
afterAll(() => host.close())

function clock() {
  let offset = 0
  return { now: () => Date.now() + offset, advance: (milliseconds: number) => void (offset += milliseconds) }
}

/** An engine that knows the stand-in's trick: a picture with the text `errcode N` gets that error. */
const scripted: Engine = {
  async recognize(card, image) {
    const [, errcode] = /^errcode (-?\d+)$/.exec(image.toString()) ?? []
    if (errcode) throw new ApiError(Number(errcode) as Errcode)
    return RESULTS[card] ?? {}
  },
  close: async () => {},
}

async function serverWith(engine: Engine, { now, advance }: ReturnType<typeof clock>): Promise<Service> {
  const { fetch: fetchImage, close } = createImageFetcher({ allowHttp: true, isAllowed: () => true })
  const { server, url } = await listen(createServer({ engine, apps: [APP], fetchImage, now }))
  const stop = async () => {
    await server.close()
    await Promise.all([engine.close(), close()])
  }
  return { origin: new URL(url).origin, ...APP, advance, stop }
}

async function standInAlone(): Promise<Service> {
  const { now, advance } = clock()
  const standIn = await startStandIn({ apps: { [APP.appid]: APP.secret }, now })
  return { origin: standIn.url, ...APP, advance, stop: standIn.close }
}

async function serverBeforeStandIn(): Promise<Service> {
  const time = clock()
  const standIn: StandIn = await startStandIn({ now: time.now })
  const engine = createWechatEngine({ ...ACCOUNT, baseUrl: standIn.url, now: time.now })
  const service = await serverWith(engine, time)
  return { ...service, stop: () => service.stop().then(standIn.close) }
}

describe.each<[string, () => Promise<Service>]>([
  ['the stand-in of WeChat', standInAlone],
  ['this server, before an engine of its own', () => serverWith(scripted, clock())],
  ['this server, before the stand-in', serverBeforeStandIn],
])('%s', (_name, start) => {
  let service: Service
  let token: string

  beforeAll(async () => {
    service = await start()
  })
  beforeEach(async () => {
    token = String((await stableToken()).access_token)
  })
  afterAll(() => service.stop())

  async function ask(path: string, query: Record<string, string>, init: RequestInit = { method: 'POST' }) {
    const response = await fetch(`${service.origin}${path}?${new URLSearchParams(query)}`, init)
    expect(response.status).toBe(200)
    return (await response.json()) as Record<string, unknown>
  }

  const upload = (path: string, image: Uint8Array, query: Record<string, string> = {}) =>
    ask(path, { access_token: token, ...query }, { method: 'POST', body: formOf(image) })

  function stableToken(values: Record<string, unknown> = {}) {
    const { appid, secret } = service
    const body = JSON.stringify({ grant_type: 'client_credential', appid, secret, ...values })
    return ask('/cgi-bin/stable_token', {}, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  }

  const plainToken = (values: Record<string, string> = {}) => {
    const { appid, secret } = service
    return ask('/cgi-bin/token', { grant_type: 'client_credential', appid, secret, ...values }, { method: 'GET' })
  }

  describe.each(CARDS)('%s', (card) => {
    const path = `/cv/ocr/${card}`
    const ok = { errcode: 0, errmsg: 'ok', ...RESULTS[card] }

    it.each(['photo', 'scan'])('a file with type=%s', async (type) => {
      expect(await upload(path, PICTURE, { type })).toEqual(ok)
    })

    it.each(['photo', 'scan'])('an img_url with type=%s', async (type) => {
      expect(await ask(path, { access_token: token, type, img_url: host.serve(PICTURE) })).toEqual(ok)
    })

    it('an img_url with a query of its own, encoded once', async () => {
      const img_url = `${host.serve(PICTURE)}?sign=a%2Bb&t=1`
      expect(await ask(path, { access_token: token, img_url })).toEqual(ok)
      expect(host.requests.at(-1)).toMatch(/\?sign=a%2Bb&t=1$/)
    })

    it.each([-1, 40164, 45009, 45011, 48001, 48004, 61007, 101001, 101002, 101003])('the error %i', async (errcode) => {
      expect(await upload(path, Buffer.from(`errcode ${errcode}`))).toMatchObject({ errcode })
      service.advance(24 * HOUR)
    })

    it.each<[string, BodyInit]>([
      ['no body', ''],
      ['a part without a filename', partHead('Content-Disposition: form-data; name="img"') + 'x' + END],
      ['another part', partHead('Content-Disposition: form-data; name="file"; filename="a.jpg"') + 'x' + END],
      ['an empty file', partHead('Content-Disposition: form-data; name="img"; filename="a.jpg"') + END],
      ['img_url in the body', partHead('Content-Disposition: form-data; name="img_url"') + 'https://example.com' + END],
    ])('%s is 41005', async (_name, body) => {
      const init = { method: 'POST', body, headers: MULTIPART }
      expect(await ask(path, { access_token: token }, init)).toMatchObject({ errcode: 41005 })
    })

    it('a file above 2 MB is 101002', async () => {
      expect(await upload(path, Buffer.alloc(2 * 1024 * 1024 + 1))).toMatchObject({ errcode: 101002 })
    })

    it('a picture above 2 MB at img_url is 101002', async () => {
      const img_url = host.serve(Buffer.alloc(2 * 1024 * 1024 + 1))
      expect(await ask(path, { access_token: token, img_url })).toMatchObject({ errcode: 101002 })
    })

    it.each(['', 'picture.jpg', 'http://', 'http://127.0.0.1:1/a.jpg', 'data:image/png;base64,AAAA'])(
      'img_url=%s is 101000',
      async (img_url) => {
        expect(await ask(path, { access_token: token, img_url })).toMatchObject({ errcode: 101000 })
      },
    )

    it('an img_url that answers 404 is 101000', async () => {
      const img_url = `${host.origin}/nothing.jpg`
      expect(await ask(path, { access_token: token, img_url })).toMatchObject({ errcode: 101000 })
    })

    it('GET is 43002', async () => {
      expect(await ask(path, { access_token: token }, { method: 'GET' })).toMatchObject({ errcode: 43002 })
    })

    it.each([
      ['no token', '', 41001],
      ['a malformed token', '?!', 40014],
      ["somebody else's token", '1_TOKEN.eyJzdWIiOiJ3eDk5OTkifQ.x', undefined],
    ])('%s', async (_name, access_token, errcode) => {
      const { errcode: answered } = await upload(path, PICTURE, { access_token })
      if (errcode) expect(answered).toBe(errcode)
      else expect([40001, 40014]).toContain(answered)
    })

    it('a token that has expired is 42001', async () => {
      service.advance(3 * HOUR)
      expect(await upload(path, PICTURE)).toMatchObject({ errcode: 42001 })
    })
  })

  it('another path is 40066', async () => {
    expect(await upload('/cv/ocr/passport', PICTURE)).toMatchObject({ errcode: 40066 })
  })

  describe('tokens', () => {
    const usable = async (access_token: unknown) =>
      (await upload('/cv/ocr/idcard', PICTURE, { access_token: String(access_token) })).errcode

    it('/cgi-bin/token gives one that works', async () => {
      const { access_token, expires_in } = await plainToken()
      expect(expires_in).toBe(7200)
      expect(await usable(access_token)).toBe(0)
      expect(String(access_token).length).toBeLessThanOrEqual(512)
    })

    it('/cgi-bin/stable_token gives everybody the same, another one after its time', async () => {
      const [one, two] = await Promise.all([stableToken(), stableToken()])
      expect(one.access_token).toBe(two.access_token)
      expect(Number(one.expires_in)).toBeGreaterThan(0)
      expect(Number(one.expires_in)).toBeLessThanOrEqual(7200)
      service.advance(3 * HOUR)
      expect((await stableToken()).access_token).not.toBe(one.access_token)
    })

    it('force_refresh ends the token before', async () => {
      const before = await stableToken()
      const after = await stableToken({ force_refresh: true })
      expect(after.access_token).not.toBe(before.access_token)
      expect(await usable(before.access_token)).toBe(40001)
      expect(await usable(after.access_token)).toBe(0)
      expect((await stableToken()).access_token).toBe(after.access_token)
    })

    it.each([
      [{ grant_type: 'password' }, 40002],
      [{ appid: '' }, 41002],
      [{ secret: '' }, 41004],
      [{ appid: 'wx9999' }, 40013],
      [{ secret: 'wrong' }, 40125],
    ])('%j is %i on both paths', async (values, errcode) => {
      expect(await plainToken(values)).toMatchObject({ errcode })
      expect(await stableToken(values)).toMatchObject({ errcode })
    })

    it('a body that is no JSON is 47001', async () => {
      const init = { method: 'POST', body: 'appid=wx0002', headers: { 'content-type': 'application/json' } }
      expect(await ask('/cgi-bin/stable_token', {}, init)).toMatchObject({ errcode: 47001 })
    })

    it('stable_token takes POST alone', async () => {
      expect(await ask('/cgi-bin/stable_token', {}, { method: 'GET' })).toMatchObject({ errcode: 43002 })
    })
  })
})
