import path from 'node:path'
import { cloud as cloudBackend } from '../../src'
import type { Card } from '../../src'
import { readers } from '../../src/cards'
import { backendRequest, PICTURE } from '../tools/backend-request'
import type { CloudCall, FakeCloud } from '../tools/fake-cloud'
import { fakeCloud } from '../tools/fake-cloud'
import { fakePhone, FRONT_REPLY } from '../../testing/fake-phone'
import type { CloudAnswer } from './stand-in'
import { startCloud } from './stand-in'

jest.setTimeout(60_000)

const CDN_ADDRESS = 'https://cdn.example/photo.jpg'
const PHOTO = Buffer.alloc(200_000, 'jpeg')

let wechat: Awaited<ReturnType<typeof startCloud>>
let main: (event: object) => Promise<unknown>
let phone: FakeCloud

beforeAll(async () => {
  wechat = await startCloud()
  main = require(path.join(__dirname, '../../demo/cloudfunctions/ocr')).main
})

beforeEach(() => {
  fakePhone()
  phone = fakeCloud((call) => void carry(call))
})

afterAll(() => wechat.close())

/** What lies between the phone and the function: the CDN, the storage, and JSON both ways. */
async function carry(call: CloudCall) {
  if (call.api === 'uploadFile') {
    wechat.stored.set(`cloud://sample-1a2b3c.7361/${call.options.cloudPath}`, PHOTO)
    return call.answer({})
  }
  const event = JSON.parse(JSON.stringify(call.options.data, (_, value) => (value?.file ? CDN_ADDRESS : value)))
  call.answer({ result: JSON.parse(JSON.stringify(await main(event))) })
}

const recognize = async (card: Card = 'idcard') =>
  readers[card](await cloudBackend({ name: 'ocr' })(PICTURE, backendRequest({ card })))

describe('cloud() and its function, from the phone to WeChat and back', () => {
  it.each<[string, CloudAnswer, object]>([
    ['a card', { body: FRONT_REPLY }, { side: 'front', fields: { id: '11010519491231002X' } }],
    ['errcode "0"', { body: { ...FRONT_REPLY, errcode: '0' } }, { side: 'front' }],
    ['101000', { body: { errcode: 101000, errmsg: 'invalid image url' } }, { kind: 'image', code: 101000 }],
    ['101001', { body: { errcode: 101001, errmsg: 'certificate not found' } }, { kind: 'not-found', code: 101001 }],
    ['101002', { body: { errcode: 101002, errmsg: 'not enough market quota' } }, { kind: 'quota', code: 101002 }],
    ['101003', { body: { errcode: 101003, errmsg: 'not enough market quota' } }, { kind: 'quota', code: 101003 }],
    ['no permission', { errorCode: -604101 }, { kind: 'config', code: -604101 }],
    ['HTTP 500', { status: 500 }, { kind: 'service', code: -501001 }],
    ['half a JSON', { body: '{"name":"样本"' }, { kind: 'service', message: 'openapi.ocr:fail' }],
  ])('%s is read as what it is', async (_, answer, expected) => {
    wechat.answers(answer)
    expect(await recognize()).toMatchObject(expected)
  })

  it('a bank card keeps its 19 digits', async () => {
    wechat.answers({ body: '{"errcode":0,"number":6222021234567890128}' })
    expect(await recognize('bankcard')).toMatchObject({ fields: { number: '6222021234567890128' } })
  })

  it('WeChat gets the CDN’s address, and nothing is stored', async () => {
    wechat.answers({ body: FRONT_REPLY })
    await recognize()
    expect(wechat.calls.at(-1)?.parameters).toEqual({ type: 'photo', img_url: CDN_ADDRESS })
    expect(phone.calls.map(({ api }) => api)).toEqual(['callFunction'])
  })

  it('without a CDN WeChat gets the bytes, and nothing stays stored', async () => {
    delete phone.cloud.CDN
    wechat.answers({ body: FRONT_REPLY })
    expect(await recognize()).toMatchObject({ side: 'front' })
    expect(wechat.calls.at(-1)?.parameters.img).toMatchObject({ bytes: PHOTO })
    expect(wechat.stored.size).toBe(0)
  })
})
