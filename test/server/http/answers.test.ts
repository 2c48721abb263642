import { ApiError, createServer } from '../../../server/src'
import {
  ask,
  END,
  fakeEngine,
  formOf,
  FRONT,
  JPEG,
  listen,
  MULTIPART,
  partHead,
  post,
  type Running,
} from './start-server'

const IMG_FILE = 'Content-Disposition: form-data; name="img"; filename="photo.jpg"'
const IMG_FIELD = 'Content-Disposition: form-data; name="img"'
const OCTETS = 'Content-Type: application/octet-stream'

const engine = fakeEngine()
let running: Running

beforeAll(async () => {
  running = await listen(createServer({ engine }))
})

afterAll(() => running.server.close())

beforeEach(() => engine.recognize.mockClear())

describe('a picture', () => {
  it('is answered with errcode 0 and the fields of the card', async () => {
    expect(await post(running.url, formOf(JPEG))).toEqual({ errcode: 0, errmsg: 'ok', ...FRONT })
  })

  it('reaches the engine byte for byte', async () => {
    const image = Buffer.from(Array.from({ length: 100_000 }, (_, i) => i % 251))
    await post(running.url, formOf(image))
    const [card, received] = engine.recognize.mock.calls[0] ?? []
    expect(card).toBe('idcard')
    expect(received?.equals(image)).toBe(true)
  })

  it.each([
    ['', 'photo'],
    ['?type=photo', 'photo'],
    ['?type=scan', 'scan'],
    ['?type=SCAN', 'photo'],
    ['?type=', 'photo'],
    ['?type=scan&type=scan', 'photo'],
    ['?access_token=ACCESS_TOKEN&type=scan', 'scan'],
  ])('with the query "%s" is read as a %s', async (query, mode) => {
    await post(running.url + query, formOf(JPEG))
    expect(engine.recognize.mock.calls[0]?.[2]).toBe(mode)
  })

  it('may come with other parts around it', async () => {
    const form = new FormData()
    form.append('user', 'somebody')
    form.append('img', new Blob([JPEG]), 'photo.jpg')
    form.append('attachment', new Blob([Buffer.alloc(3_000_000)]), 'other.bin')
    expect(await post(running.url, form)).toMatchObject({ errcode: 0 })
  })
})

describe('a request without a usable file is 41005', () => {
  const missing = (hint: string) => ({ errcode: 41005, errmsg: `media data missing hint: [${hint}]` })
  const notAForm = missing('send multipart/form-data with the picture as a file in part img')
  const noImg = missing('the form has no part img: send the picture as a file in part img')
  const notAFile = missing('part img is no file: give it a filename')
  const badForm = missing('the multipart body is damaged, or has too many parts: send img alone')
  const manyFields = new FormData()
  for (let i = 0; i < 100; i++) manyFields.append(`field${i}`, 'x')

  afterEach(() => expect(engine.recognize).not.toHaveBeenCalled())

  it.each<[string, Record<string, string>, BodyInit, object]>([
    ['JSON', { 'content-type': 'application/json' }, '{"img_url":"https://example.com/a.jpg"}', notAForm],
    ['broken JSON', { 'content-type': 'application/json' }, '{', notAForm],
    ['a bare picture', { 'content-type': 'image/jpeg' }, JPEG, notAForm],
    ['a content type that is none', { 'content-type': ';;' }, JPEG, notAForm],
    ['no content type', { 'content-type': '' }, JPEG, notAForm],
    ['no body', {}, '', notAForm],
    ['no boundary', { 'content-type': 'multipart/form-data' }, partHead(IMG_FILE) + END, badForm],
    ['an empty form', MULTIPART, END, noImg],
    ['a body that stops in the middle', MULTIPART, partHead(IMG_FILE) + 'half a pic', badForm],
    ['a body that stops in a header', MULTIPART, '--boundary-of-the-test\r\nContent-Dispo', badForm],
    ['img as a field', MULTIPART, partHead(IMG_FIELD) + 'text' + END, notAFile],
    ['img as bytes without a filename', MULTIPART, partHead(IMG_FIELD, OCTETS) + 'bytes' + END, notAFile],
    ['a part without a name', MULTIPART, partHead('Content-Disposition: form-data') + 'x' + END, noImg],
    [
      'a part named __proto__',
      MULTIPART,
      partHead('Content-Disposition: form-data; name="__proto__"') + 'x' + END,
      noImg,
    ],
    ['a hundred fields', {}, manyFields, badForm],
    [
      'a damaged Content-Disposition',
      MULTIPART,
      partHead('Cont\0t-Disposition: x') + 'x'.repeat(250_000) + END,
      badForm,
    ],
    ['two files', {}, formOf(JPEG, JPEG), missing('part img came twice: send one picture a request')],
    ['an empty file', {}, formOf(Buffer.alloc(0)), missing('the file in part img is empty')],
  ])('%s', async (_name, headers, body, answer) => {
    expect(await post(running.url, body, headers)).toEqual(answer)
  })

  it('a form with other parts only', async () => {
    const form = new FormData()
    form.append('image', new Blob([JPEG]), 'photo.jpg')
    expect(await post(running.url, form)).toEqual(noImg)
  })
})

describe('other errors', () => {
  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('%s on a known path is 43002', async (method) => {
    expect(await ask(running.url, { method })).toEqual({ errcode: 43002, errmsg: 'require POST method' })
  })

  it('HEAD on a known path has the status and no body', async () => {
    const response = await fetch(running.url, { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it.each(['/', '/cv/ocr/', '/cv/ocr/passport', '/cv/ocr/%zz', '/cv/ocr/idcard/more'])(
    'a picture sent to %s is 40066',
    async (path) => {
      const url = new URL(path, running.url).href
      const unknown = { errcode: 40066, errmsg: 'invalid url' }
      expect(await post(url, formOf(JPEG))).toEqual(unknown)
      expect(await post(url, '{', { 'content-type': 'application/json' })).toEqual(unknown)
      expect(await post(url, 'x', { 'content-type': ';;' })).toEqual(unknown)
      expect(await ask(url, { method: 'GET' })).toEqual(unknown)
    },
  )

  it.each([
    ['without a file', ''],
    ['with a file', formOf(JPEG)],
  ])('img_url with http:// and %s is 101000', async (_name, body) => {
    expect(await post(`${running.url}?img_url=http%3A%2F%2Fexample.com%2Fa.jpg`, body)).toEqual({
      errcode: 101000,
      errmsg: 'invalid image url hint: [img_url must be a public https address that gives the picture at once]',
    })
  })

  it.each([
    [new ApiError(101001, 'take another photo'), 101001, 'certificate not found hint: [take another photo]'],
    [new ApiError(101002), 101002, 'invalid image data'],
    [new Error('secret of the card'), -1, 'system error'],
    ['a string', -1, 'system error'],
    [undefined, -1, 'system error'],
    [null, -1, 'system error'],
  ])('an engine that fails with %p is answered %i', async (error, errcode, errmsg) => {
    engine.recognize.mockImplementationOnce(() => Promise.reject(error))
    expect(await post(running.url, formOf(JPEG))).toEqual({ errcode, errmsg })
  })
})

it('GET /healthz tells that the server is up', async () => {
  expect(await ask(new URL('/healthz', running.url).href, { method: 'GET' })).toEqual({ status: 'ok' })
})
