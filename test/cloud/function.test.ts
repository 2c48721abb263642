import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { startCloud } from './stand-in'

jest.setTimeout(60_000)

const FUNCTION = path.join(__dirname, '../../demo/cloudfunctions/ocr')
const FRONT = { errcode: 0, errmsg: 'ok', type: 'Front', name: '样本', id: '11010519491231002X' }
const FILE_ID = 'cloud://sample-1a2b3c.7361/miniprogram-ocr/k3j2h1g5f6.jpg'
const IMG_URL = 'https://cdn.example/photo.jpg'

interface Event {
  card?: string
  type?: string
  imgUrl?: unknown
  fileID?: unknown
}

let cloud: Awaited<ReturnType<typeof startCloud>>
let main: (event: Event) => Promise<object>
const logged: unknown[][] = []

beforeAll(async () => {
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    jest.spyOn(console, level).mockImplementation((...said) => void logged.push(said))
  }
  cloud = await startCloud()
  main = require(FUNCTION).main
})

beforeEach(() => {
  cloud.calls.length = 0
  cloud.stored.clear()
  logged.length = 0
})

afterAll(() => cloud.close())

/** What the phone gets: the function's result has been JSON on the way. */
const call = async (event: Event) => JSON.parse(JSON.stringify(await main({ card: 'idcard', type: 'photo', ...event })))

describe('the cloud function, in the real wx-server-sdk', () => {
  it('hands a URL on, and gives WeChat’s reply', async () => {
    cloud.answers({ body: FRONT })
    expect(await call({ imgUrl: IMG_URL, type: 'scan' })).toEqual(FRONT)
    expect(cloud.calls).toEqual([{ api: 'ocr.idcard', parameters: { type: 'scan', img_url: IMG_URL } }])
  })

  it('sends a stored photo as bytes, and deletes it', async () => {
    const bytes = Buffer.alloc(300_000, 7)
    cloud.stored.set(FILE_ID, bytes)
    cloud.answers({ body: FRONT })
    expect(await call({ fileID: FILE_ID })).toEqual(FRONT)
    expect(cloud.calls).toEqual([
      { api: 'ocr.idcard', parameters: { type: 'photo', img: { fileName: 'img.jpeg', bytes } } },
    ])
    expect(cloud.stored.size).toBe(0)
  })

  it.each([{ body: { errcode: 101001, errmsg: '' } }, { errorCode: -604101 }, { status: 500 }])(
    'deletes a stored photo after %j, too',
    async (answer) => {
      cloud.stored.set(FILE_ID, Buffer.from('photo'))
      cloud.answers(answer)
      await call({ fileID: FILE_ID })
      expect(cloud.stored.size).toBe(0)
    },
  )

  it.each([
    'cloud://sample-1a2b3c.7361/other/k3j2h1g5f6.jpg',
    'cloud://sample-1a2b3c.7361/miniprogram-ocr/../other.jpg',
    'https://example.com/miniprogram-ocr/a.jpg',
  ])('neither reads nor deletes %s', async (fileID) => {
    cloud.stored.set(fileID, Buffer.from('somebody else’s'))
    expect(await call({ fileID })).toMatchObject({ errcode: 41005 })
    expect(cloud.calls).toEqual([])
    expect(cloud.stored.size).toBe(1)
  })

  it('rescues a reply whose errcode is the text "0", in one call', async () => {
    cloud.answers({ body: { ...FRONT, errcode: '0' } })
    expect(await call({ imgUrl: IMG_URL })).toEqual(FRONT)
    expect(cloud.calls).toHaveLength(1)
  })

  it.each([
    [101000, 'invalid image url'],
    [101001, 'certificate not found'],
    [101002, 'invalid image data'],
    [101003, 'not enough market quota'],
    [-1, 'system error'],
  ])('gives WeChat’s error %d as WeChat would', async (errcode, errmsg) => {
    cloud.answers({ body: { errcode, errmsg } })
    const reply = await call({ imgUrl: IMG_URL })
    expect(reply).toMatchObject({ errcode })
    expect(reply.errmsg).toContain(errcode > 0 ? errmsg : ':fail')
  })

  it('tells that it has no permission', async () => {
    cloud.answers({ errorCode: -604101 })
    expect(await call({ imgUrl: IMG_URL })).toMatchObject({ errcode: -604101 })
  })

  it('tells of HTTP 500', async () => {
    cloud.answers({ status: 500 })
    expect(await call({ imgUrl: IMG_URL })).toMatchObject({ errcode: -501001 })
  })

  it('keeps all 19 digits of a bare number', async () => {
    cloud.answers({ body: '{"errcode":0,"errmsg":"ok","number":6222021234567890128}' })
    expect(await call({ card: 'bankcard', imgUrl: IMG_URL })).toMatchObject({ number: '6222021234567890128' })
  })

  it.each([
    ['idcard', 'ocr.idcard'],
    ['bankcard', 'ocr.bankcard'],
    ['vehicle', 'ocr.vehicleLicense'],
    ['driverLicense', 'ocr.driverLicense'],
    ['businessLicense', 'ocr.businessLicense'],
    ['printedText', 'ocr.printedText'],
  ])('asks for %s at %s, which config.json permits', async (card, api) => {
    cloud.answers({ body: FRONT })
    await call({ card, imgUrl: IMG_URL })
    expect(cloud.calls.map((made) => made.api)).toEqual([api])
    expect(require(`${FUNCTION}/config.json`).permissions.openapi).toContain(api)
  })

  it('asks for a vehicle licence by its other name where WeChat does not know the first', async () => {
    cloud.answers(({ api }) => (api === 'ocr.drivingLicense' ? { body: FRONT } : { errorCode: -604100 }))
    expect(await call({ card: 'vehicle', imgUrl: IMG_URL })).toEqual(FRONT)
    expect(cloud.calls.map(({ api }) => api)).toEqual(['ocr.vehicleLicense', 'ocr.drivingLicense'])
    expect(require(`${FUNCTION}/config.json`).permissions.openapi).toContain('ocr.drivingLicense')
  })

  it.each([
    { card: 'constructor', imgUrl: IMG_URL },
    { card: undefined, imgUrl: IMG_URL },
  ])('knows no card %j', async (event) => {
    expect(await call(event)).toEqual({ errcode: -604100, errmsg: 'no such API' })
    expect(cloud.calls).toEqual([])
  })

  it.each([{}, { imgUrl: 42 }, { imgUrl: 'file:///etc/passwd' }, { fileID: { toString: 1 } }, { imgUrl: [IMG_URL] }])(
    'takes %j for no picture',
    async (event) => {
      expect(await call(event)).toMatchObject({ errcode: 41005 })
    },
  )

  it('logs no field, and quotes no reply that is broken', async () => {
    for (const body of [
      FRONT,
      { ...FRONT, errcode: '0' },
      '{"name":"样本","id":1101',
      { errcode: 101001, errmsg: 'x' },
    ]) {
      cloud.answers({ body })
      const reply = await call({ imgUrl: IMG_URL })
      if ('name' in reply === false) expect(JSON.stringify(reply)).not.toContain('样本')
    }
    expect(logged).toEqual([])
  })
})

it('pins the SDK that is tested here', () => {
  const wanted = (folder: string) => require(path.join(folder, 'package.json')).dependencies
  expect(wanted(FUNCTION)).toEqual(wanted(__dirname))
  expect(execFileSync(process.execPath, ['--check', path.join(FUNCTION, 'index.js')]).toString()).toBe('')
})
