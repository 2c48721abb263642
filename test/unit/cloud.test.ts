import { cloud, container, serviceMarket } from '../../src'
import type { Backend, BackendRequest, OcrError } from '../../src'
import { Cancellation, Cancelled } from '../../src/cancellation'
import { readers } from '../../src/cards'
import { backendRequest, PICTURE } from '../tools/backend-request'
import type { CloudCall, FakeCloud } from '../tools/fake-cloud'
import { fakeCloud } from '../tools/fake-cloud'
import { fakePhone, FRONT_REPLY } from '../../testing/fake-phone'

let network: (call: CloudCall) => void
let fake: FakeCloud

beforeEach(() => {
  fakePhone()
  fake = fakeCloud((call) => network(call))
})

const send = (backend: Backend, request: Partial<BackendRequest> = {}) => backend(PICTURE, backendRequest(request))
const failure = (sending: Promise<unknown>) => sending.catch((thrown: unknown) => thrown)
const settled = () => new Promise((resolve) => setImmediate(resolve))

const CDN_FILE = { file: { type: 'filePath', filePath: PICTURE.path } }
const IMG_URL = { imgUrl: CDN_FILE }

describe('cloud', () => {
  const ocr = cloud({ name: 'ocr', env: 'sample-1a2b3c' })
  const returns = (result: unknown) => (call: CloudCall) => call.answer({ result, errMsg: 'cloud.callFunction:ok' })

  it('hands the picture to the temporary CDN inside the call, so that nothing is stored', async () => {
    network = returns(FRONT_REPLY)
    expect(await send(ocr, { mode: 'scan' })).toEqual(FRONT_REPLY)
    expect(fake.calls.map(({ api }) => api)).toEqual(['callFunction'])
    expect(fake.calls[0]?.options).toEqual({
      name: 'ocr',
      config: { env: 'sample-1a2b3c' },
      data: { card: 'idcard', type: 'scan', ...IMG_URL },
    })
  })

  describe('without a CDN', () => {
    beforeEach(() => {
      delete fake.cloud.CDN
    })
    const stores = (then: (call: CloudCall) => void) => (call: CloudCall) =>
      call.api === 'uploadFile' ? call.answer({}) : then(call)

    it('stores the picture for the function, and deletes it', async () => {
      network = stores(returns(FRONT_REPLY))
      expect(await send(ocr)).toEqual(FRONT_REPLY)
      const [upload, call] = fake.calls
      expect(upload?.options).toMatchObject({ filePath: PICTURE.path, config: { env: 'sample-1a2b3c' } })
      const cloudPath = upload?.options.cloudPath
      expect(cloudPath).toMatch(/^miniprogram-ocr\/\w{20,}\.jpg$/)
      const fileID = `cloud://sample-1a2b3c.7361/${cloudPath}`
      expect(call?.options.data).toEqual({ card: 'idcard', type: 'photo', fileID })
      await settled()
      expect(fake.stored.size).toBe(0)
    })

    it('deletes it when the function fails', async () => {
      network = stores((call) => call.fail({ errCode: -504002, errMsg: 'cloud.callFunction:fail' }))
      await send(ocr)
      await settled()
      expect(fake.stored.size).toBe(0)
    })

    it('aborts the upload when it is cancelled', async () => {
      network = () => undefined
      const cancellation = new Cancellation()
      const sending = failure(send(ocr, { cancellation }))
      await settled()
      cancellation.cancel()
      expect(await sending).toBeInstanceOf(Cancelled)
      expect(fake.calls.map(({ aborted }) => aborted)).toEqual([true])
    })

    it('deletes what an upload has stored that won against its abort', async () => {
      network = () => undefined
      const cancellation = new Cancellation()
      const sending = failure(send(ocr, { cancellation }))
      await settled()
      fake.calls[0]?.answer({})
      cancellation.cancel()
      expect(await sending).toBeInstanceOf(Cancelled)
      await settled()
      expect(fake.calls).toHaveLength(1)
      expect(fake.stored.size).toBe(0)
    })

    it('tells of an upload that fails, and of its progress', async () => {
      const told: number[] = []
      network = (call) => {
        call.progress(40)
        call.fail({ errMsg: 'uploadFile:fail net::ERR_INTERNET_DISCONNECTED' })
      }
      const error = await failure(send(ocr, { onProgress: (percent) => told.push(percent) }))
      expect(error).toMatchObject({ kind: 'network' })
      expect(told).toEqual([40])
    })
  })

  it.each<[string, unknown, object]>([
    ['the text "0"', { ...FRONT_REPLY, errcode: '0' }, { fields: { name: '样本' } }],
    ['camelCase', { errCode: 0, errMsg: 'openapi.ocr.idcard:ok', type: 'Back', validDate: '20200105-20400105' }, {}],
    ['101000', { errcode: 101000, errmsg: 'invalid image url' }, { kind: 'image' }],
    ['101001', { errCode: 101001, errMsg: 'openapi.ocr.idcard:fail certificate not found' }, { kind: 'not-found' }],
    ['101002', { errcode: 101002, errmsg: 'invalid image data' }, { kind: 'image' }],
    ['101003', { errcode: 101003, errmsg: 'not enough market quota' }, { kind: 'quota' }],
    ['no permission', { errcode: -604101, errmsg: 'openapi.ocr:fail' }, { kind: 'config', code: -604101 }],
    ['HTTP 500', { errcode: -501001, errmsg: 'openapi.ocr:fail' }, { kind: 'service', code: -501001 }],
    ['nothing', undefined, { kind: 'service' }],
  ])('a function’s %s is read as what it is', async (_, result, expected) => {
    network = returns(result)
    expect(readers.idcard(await send(ocr))).toMatchObject(expected)
  })

  it('keeps all 19 digits of a number, as text and as the SDK’s BigNumber', async () => {
    for (const number of ['6222021234567890128', { s: 1, e: 18, toFixed: () => '6222021234567890128' }]) {
      network = returns({ errcode: 0, number })
      expect(readers.bankcard(await send(ocr, { card: 'bankcard' }))).toMatchObject({
        fields: { number: '6222021234567890128' },
      })
    }
  })

  it.each<[string, object, object]>([
    [
      'a failure with a code',
      { errCode: -504002, errMsg: 'functions execute fail | 样本' },
      { kind: 'service', code: -504002 },
    ],
    ['a function out of time', { errCode: -504003, errMsg: 'cloud.callFunction:fail' }, { kind: 'timeout' }],
    ['-1', { errCode: -1, errMsg: 'cloud.callFunction:fail' }, { kind: 'service', code: -1 }],
    ['a failure without a code', { errMsg: 'cloud.callFunction:fail 样本' }, { kind: 'service' }],
    ['no network', { errCode: -1, errMsg: 'cloud.callFunction:fail -1 | request:fail 样本' }, { kind: 'network' }],
    ['a time-out', { errMsg: 'cloud.callFunction:fail timeout 样本' }, { kind: 'timeout' }],
    ['no init', { errMsg: 'Cloud API isn’t enabled, please call init first' }, { kind: 'config' }],
  ])('tells of %s, and keeps the words of a stranger’s function to itself', async (_, failed, expected) => {
    network = (call) => call.fail(failed)
    const reply = await failure(send(ocr))
    const error = reply instanceof Error ? reply : readers.idcard(reply)
    expect(error).toMatchObject(expected)
    expect((error as OcrError).message).not.toContain('样本')
  })

  it('tells of a platform without a cloud as unsupported', async () => {
    Object.assign(Reflect.get(globalThis, 'wx'), { cloud: undefined })
    expect(await failure(send(ocr))).toMatchObject({ kind: 'unsupported' })
  })

  it('does not wait for a function when it is cancelled', async () => {
    network = () => undefined
    const cancellation = new Cancellation()
    const sending = failure(send(ocr, { cancellation }))
    await settled()
    cancellation.cancel()
    expect(await sending).toBeInstanceOf(Cancelled)
  })
})

describe('container', () => {
  const answers =
    (data: unknown, statusCode = 200) =>
    (call: CloudCall) =>
      call.answer({ data, statusCode, header: {} })

  it('posts the picture’s address to the service, and waits 15 seconds at most', async () => {
    network = answers(JSON.stringify(FRONT_REPLY))
    expect(await send(container({ service: 'ocr' }), { timeout: 60_000, card: 'vehicle' })).toEqual(FRONT_REPLY)
    expect(fake.calls[0]).toMatchObject({
      api: 'callContainer',
      options: {
        path: '/cv/ocr/driving?type=photo',
        method: 'POST',
        header: { 'X-WX-SERVICE': 'ocr' },
        data: { img_url: CDN_FILE },
        dataType: 'text',
        timeout: 15_000,
        config: {},
      },
    })
  })

  it('takes a path and an environment of its own', async () => {
    network = answers(FRONT_REPLY)
    expect(await send(container({ service: 'ocr', env: 'prod-1', path: () => '/read?v=2' }))).toEqual(FRONT_REPLY)
    expect(fake.calls[0]?.options).toMatchObject({ path: '/read?v=2&type=photo', config: { env: 'prod-1' } })
  })

  it.each<[string, (call: CloudCall) => void, object]>([
    ['HTTP 500', answers('<html>样本', 500), { kind: 'http', code: 500 }],
    ['HTML', answers('<html>样本'), { kind: 'service' }],
    ['a time-out', (call) => call.fail({ errMsg: 'cloud.callContainer:fail 102002 timeout' }), { kind: 'timeout' }],
  ])('tells of %s', async (_, behave, expected) => {
    network = behave
    const error = await failure(send(container({ service: 'ocr' })))
    expect(error).toMatchObject(expected)
    expect(String(error)).not.toContain('样本')
  })

  it('keeps every digit of a long number', async () => {
    network = answers('{"errcode":0,"number":6222021234567890128}')
    expect(await send(container({ service: 'ocr' }))).toEqual({ errcode: 0, number: '6222021234567890128' })
  })

  it.each(['CDN', 'callContainer'])('tells of a base library without %s as unsupported', async (api) => {
    delete fake.cloud[api]
    expect(await failure(send(container({ service: 'ocr' })))).toMatchObject({ kind: 'unsupported' })
  })
})

describe('serviceMarket', () => {
  it.each([
    ['idcard', 1],
    ['bankcard', 2],
    ['vehicle', 3],
  ] as const)('asks WeChat’s own service for %s', async (card, ocr_type) => {
    const reply = { data: { idcard_res: { type: 0, name: { text: '样本' } } }, errMsg: 'invokeService:ok' }
    network = (call) => call.answer(reply)
    expect(await send(serviceMarket(), { card })).toEqual(reply)
    expect(fake.calls[0]).toMatchObject({
      api: 'invokeService',
      options: {
        service: 'wx79ac3de8be320b71',
        api: 'OcrAllInOne',
        data: { img_url: CDN_FILE, data_type: 3, ocr_type },
      },
    })
  })

  it.each([
    [9301010, 'quota'],
    [9301011, 'rate'],
    [9301012, 'timeout'],
    [9301001, 'config'],
  ])('tells of %d as %s', async (errCode, kind) => {
    network = (call) => call.fail({ errCode, errMsg: 'invokeService:fail' })
    expect(readers.idcard(await send(serviceMarket()))).toMatchObject({ kind, code: errCode })
  })

  it('tells of a platform without it as unsupported', async () => {
    Object.assign(Reflect.get(globalThis, 'wx'), { serviceMarket: undefined })
    expect(await failure(send(serviceMarket()))).toMatchObject({ kind: 'unsupported' })
  })
})
