import type { Card } from '../../src'
import type { HttpOptions } from '../../src/backends/http'
import { http } from '../../src/backends/http'
import { Cancellation, Cancelled } from '../../src/cancellation'
import type { FakePhone } from '../../testing/fake-phone'
import { backendRequest, PICTURE } from '../tools/backend-request'
import { fakePhone } from '../../testing/fake-phone'

let phone: FakePhone
let cancellation: Cancellation

const send = (url = 'https://ocr.example', options: Partial<HttpOptions> = {}, card: Card = 'idcard') =>
  http({ url, ...options })(PICTURE, backendRequest({ card, cancellation }))

beforeEach(() => {
  phone = fakePhone()
  cancellation = new Cancellation()
})

it.each([
  ['https://ocr.example', 'https://ocr.example/cv/ocr/idcard?type=photo'],
  ['https://ocr.example/base//', 'https://ocr.example/base/cv/ocr/idcard?type=photo'],
])('appends WeChat’s path to %s', async (url, expected) => {
  await send(url)
  expect(phone.uploads[0]).toMatchObject({ url: expected, name: 'img', timeout: 1000 })
})

it.each([
  ['as it is', { authorization: 'Bearer 1' }],
  ['asked for each time', () => ({ authorization: 'Bearer 1' })],
  ['promised', async () => ({ authorization: 'Bearer 1' })],
])('sends a header, %s', async (_, header) => {
  await send('https://ocr.example', { header })
  expect(phone.uploads[0]?.header).toEqual({ authorization: 'Bearer 1' })
})

it.each<[string, HttpOptions['path'], Card, string]>([
  ['as WeChat names it', undefined, 'vehicle', '/cv/ocr/driving?type=photo'],
  ['from a record', { vehicle: '/xingshizheng' }, 'vehicle', '/xingshizheng?type=photo'],
  ['WeChat’s where the record has none', { vehicle: '/xingshizheng' }, 'bankcard', '/cv/ocr/bankcard?type=photo'],
  ['from a function', (card) => `/${card}?v=2`, 'idcard', '/idcard?v=2&type=photo'],
])('takes the path %s', async (_, path, card, expected) => {
  await send('https://ocr.example', { path }, card)
  expect(phone.uploads[0]?.url).toBe(`https://ocr.example${expected}`)
})

it.each([
  [400, 400],
  [60_000, 1000],
])('with timeout %d gives the upload %d ms of the second that is left', async (timeout, expected) => {
  await send('https://ocr.example', { timeout })
  expect(phone.uploads[0]?.timeout).toBe(expected)
})

it('sends fields beside the picture, over HTTP/2 where the server has it', async () => {
  const uploadFile = jest.spyOn(phone.wx as { uploadFile(options: object): object }, 'uploadFile')
  await send('https://ocr.example', { formData: { shop: '12' } })
  expect(uploadFile).toHaveBeenCalledWith(expect.objectContaining({ formData: { shop: '12' }, enableHttp2: true }))
})

it('tells of a missing address as config', async () => {
  await expect(send('')).rejects.toMatchObject({ kind: 'config' })
})

it('gives the reply as it came, an error of the service included', async () => {
  phone.answers({ errcode: 101001, errmsg: 'certificate not found' })
  expect(await send()).toEqual({ errcode: 101001, errmsg: 'certificate not found' })
})

it('keeps every digit of a long number, and leaves text alone', async () => {
  phone.answers(
    '{"number": 6222021234567890128, "list":[1234567890123456,1], "text": "a \\" 6222021234567890128,", "score": 0.9876543210987654321}',
  )
  expect(await send()).toEqual({
    number: '6222021234567890128',
    list: ['1234567890123456', 1],
    text: 'a " 6222021234567890128,',
    score: 0.9876543210987654,
  })
})

it('never quotes a reply that is not JSON', async () => {
  phone.answers('{"name": "样本", "id": 1101')
  const error = await send().catch((thrown: Error) => thrown)
  expect(error).toMatchObject({ kind: 'service' })
  expect(String(error)).not.toContain('样本')
})

it('aborts the upload and rejects at once when it is cancelled', async () => {
  phone.holdsUpload()
  const sending = send()
  await phone.settle()
  cancellation.cancel()
  await expect(sending).rejects.toBeInstanceOf(Cancelled)
  expect(phone.uploads[0]?.aborted).toBe(true)
})
