import fs from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { takePhoto } from '../samples/photo'
import { choosePhoto, readFields, startDemo, tapCard } from './demo'
import type { Demo, DemoPage } from './demo'
import { specimen } from './specimen'

const MB = 1024 * 1024
const SCREENSHOTS = path.join(__dirname, 'screenshots')

const front = specimen('front-1')
const back = specimen('back-1')

jest.setTimeout(180_000)

let demo: Demo

beforeAll(async () => {
  demo = await startDemo(front.scan)
})

afterEach(() => demo.closePages())

afterAll(() => demo?.close())

const chooseSpecimen = ({ page }: DemoPage, name: string) =>
  page.locator('.specimen', { has: page.locator(`img[src$="/${name}.jpg"]`) }).click()

test.each([
  ['portrait', front, 90 as const],
  ['emblem', back, 270 as const],
])('a photo of the %s side above 2 MB becomes its fields', async (_, { scan, fields }, rotation) => {
  const photo = await takePhoto(await fs.readFile(scan), { seed: 20, rotation })
  expect(photo.length).toBeGreaterThan(2 * MB)

  const visit = await demo.open()
  await choosePhoto(visit, { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo })

  expect(await readFields(visit.phone)).toEqual(fields)
  const sent = demo.received.at(-1) ?? Buffer.alloc(0)
  expect(sent.length).toBeLessThan(2 * MB)
  expect((await sharp(sent).metadata()).format).toBe('jpeg')
})

test('a photo taken with the camera becomes its fields', async () => {
  const visit = await demo.open()
  await tapCard(visit)
  await visit.phone.getByRole('button', { name: '拍摄' }).click()
  await visit.phone.locator('video').waitFor()
  await visit.phone.getByRole('button', { name: '拍照', exact: true }).click()
  await visit.phone.getByRole('button', { name: '使用照片' }).click()
  expect(await readFields(visit.phone)).toEqual(front.fields)
})

test('a specimen from the shelf is one click', async () => {
  const visit = await demo.open()
  await chooseSpecimen(visit, 'back-1')
  expect(await readFields(visit.phone)).toEqual(back.fields)
})

test('a cancelled choice leaves the page as it was, without an error', async () => {
  const visit = await demo.open()
  const received = demo.received.length
  await tapCard(visit)
  await visit.phone.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await visit.phone.getByText('识别结果显示在这里').waitFor()
  expect(await visit.phone.getByRole('alert').count()).toBe(0)
  expect(demo.received.length).toBe(received)
})

test('the card answers a keyboard', async () => {
  const { phone } = await demo.open()
  await phone.getByRole('button', { name: '点按拍照或选择照片' }).press('Enter')
  await phone.getByRole('button', { name: '拍摄' }).waitFor()
})

test('the side that was not asked for is an error, which the page shows by its kind', async () => {
  const visit = await demo.open()
  await visit.phone.getByRole('radio', { name: '国徽面' }).click()
  await chooseSpecimen(visit, 'front-1')
  await visit.phone.getByRole('alert').getByText('wrong-side').waitFor()
})

test('the way back leads to the list of pages, and from there a specimen finds its page again', async () => {
  const visit = await demo.open()
  await visit.phone.getByRole('button', { name: '首页' }).click()
  await visit.phone.getByRole('link', { name: '身份证 姓名' }).waitFor()
  await chooseSpecimen(visit, 'front-1')
  expect(await readFields(visit.phone)).toEqual(front.fields)
})

test('the switches change language and appearance of the phone', async () => {
  const { page, phone } = await demo.open()
  await page.getByRole('radio', { name: 'English' }).check()
  await phone.getByText('The result will appear here').waitFor()
  await page.getByRole('radio', { name: 'Dark' }).check()
  const background = await phone.locator('wx-page').evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(background).toBe('rgb(17, 17, 17)')
})

describe.each([
  ['phone', { width: 390, height: 844 }],
  ['desktop', { width: 1280, height: 900 }],
])('on a %s', (device, viewport) => {
  test.each([
    ['zh-CN', 'light'] as const,
    ['zh-CN', 'dark'] as const,
    ['en', 'light'] as const,
    ['en', 'dark'] as const,
  ])('in %s and %s, nothing is wider than the screen', async (locale, colorScheme) => {
    const { page, phone } = await demo.open({ viewport, locale, colorScheme })
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: path.join(SCREENSHOTS, `${device}-${locale}-${colorScheme}.png`) })

    for (const root of [page.locator('html'), phone.locator('html')]) {
      const overflow = await root.evaluate((html) => html.scrollWidth - html.clientWidth)
      expect(overflow).toBe(0)
    }
    const background = await phone.locator('wx-page').evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(background).toBe(colorScheme === 'light' ? 'rgb(237, 237, 237)' : 'rgb(17, 17, 17)')
  })
})
