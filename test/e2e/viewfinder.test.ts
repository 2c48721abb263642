import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { cropTo, toPhoto, windowIn } from '../../src/capture/crop'
import { readFields, startDemo } from './demo'
import type { Demo } from './demo'
import { specimen } from './specimen'

const SCREENSHOTS = path.join(__dirname, 'screenshots')
const front = specimen('front-1')
/** What the fake camera gives. */
const PHOTO = { width: 1500, height: 2000 }
/** WeChat's, above every page. */
const BAR = 44
const WINDOW = '[class*=viewfinder--window]'

jest.setTimeout(180_000)

let demo: Demo

beforeAll(async () => {
  demo = await startDemo(front.scan)
})

afterEach(() => demo.closePages())

afterAll(() => demo?.close())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const phoneOf = (width: number, height: number) => ({ viewport: { width, height } })

async function openViewfinder(visitor = phoneOf(390, 844), isRefused = false): Promise<Page> {
  const page = await demo.openPage('pages/idcard/idcard', visitor)
  if (isRefused) await refuseCamera(page)
  await page.getByRole('radio', { name: '人像面' }).click()
  await page.getByRole('button', { name: '点按拍照或选择照片' }).click()
  await button(page, '拍摄').click()
  if (!isRefused) await live(page)
  return page
}

/** Resolves when the camera shows a picture. */
async function live(page: Page): Promise<void> {
  await page.locator('wx-camera video').waitFor()
  await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.3)
}

/** What the browser does when a person says no, until it is taken back. */
async function refuseCamera(page: Page): Promise<void> {
  await page.evaluate(() => {
    const devices = navigator.mediaDevices
    const real = devices.getUserMedia.bind(devices)
    let isRefused = true
    devices.getUserMedia = (constraints) =>
      isRefused ? Promise.reject(new DOMException('', 'NotAllowedError')) : real(constraints)
    Object.assign(window, { allowCamera: () => (isRefused = false) })
  })
}

async function viewOf(page: Page) {
  const { windowWidth: width, windowHeight: height } = await page.evaluate(() => wx.getWindowInfo())
  return { width, height }
}

/** Inside the window and its corner marks. */
async function insideWindow(page: Page) {
  const box = await page.locator(WINDOW).boundingBox()
  if (!box) throw new Error('no window')
  const [x, y] = [Math.ceil(box.x) + 6, Math.ceil(box.y) + 6]
  // Whole pixels, as a screenshot has.
  return { x, y, width: Math.floor(box.width) - 14, height: Math.floor(box.height) - 14 }
}

const looksAt = async (page: Page) => page.screenshot({ clip: await insideWindow(page) })

/** Resolves when the picture is another; how soon is up to the machine. */
async function hasMoved(page: Page, before: Buffer): Promise<void> {
  while ((await difference(before, await looksAt(page))) < 1) await page.waitForTimeout(70)
}

/** The mean difference of two pictures of one size, of 255. */
async function difference(one: Buffer, other: Buffer): Promise<number> {
  const { width = 0, height = 0 } = await sharp(one).metadata()
  const [a, b] = await Promise.all(
    [one, other].map((file) => sharp(file).resize({ width, height, fit: 'fill' }).removeAlpha().raw().toBuffer()),
  )
  if (!a || !b) throw new Error('no pictures')
  return a.reduce((sum, value, index) => sum + Math.abs(value - (b[index] ?? 0)), 0) / a.length
}

test('shoot, retake, shoot, use: the fields of the card, from no more than stood in the window', async () => {
  const page = await openViewfinder()
  await hasMoved(page, await looksAt(page))

  await button(page, '拍照').click()
  await button(page, '重拍').click()
  await live(page)
  await button(page, '拍照').click()
  await button(page, '使用照片').waitFor()
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('wx-image img')?.complete)
  const still = await looksAt(page)
  expect(await difference(still, (await page.waitForTimeout(400), await looksAt(page)))).toBe(0)
  const inside = await insideWindow(page)
  const view = await viewOf(page)
  await button(page, '使用照片').click()

  expect(await readFields(page)).toEqual(front.fields)
  const sent = demo.received.at(-1) ?? Buffer.alloc(0)
  const crop = cropTo(windowIn(view, 'idcard'), view, PHOTO)
  const { width = 0, height = 0 } = await sharp(sent).metadata()
  expect(width / height).toBeCloseTo(crop.width / crop.height, 2)

  // Where the sent picture is cut as the crop reckons, it shows what was seen in the window; three pixels beside, less so.
  const seen = toPhoto({ ...inside, y: inside.y - BAR }, view, PHOTO)
  const scale = width / crop.width
  const differenceAt = async (right: number, down: number) => {
    const left = Math.round((seen.x - crop.x) * scale) + right
    const top = Math.round((seen.y - crop.y) * scale) + down
    const size = { width: Math.round(seen.width * scale), height: Math.round(seen.height * scale) }
    return difference(
      still,
      await sharp(sent)
        .extract({ left, top, ...size })
        .toBuffer(),
    )
  }
  const match = await differenceAt(0, 0)
  for (const [right, down] of [
    [3, 0],
    [-3, 0],
    [0, 3],
    [0, -3],
  ] as const) {
    expect(await differenceAt(right, down)).toBeGreaterThan(match)
  }
})

test('no torch: the platform does not tell, and a tap on it breaks nothing', async () => {
  const page = await openViewfinder()
  const torch = page.getByRole('switch', { name: '手电筒' })
  await torch.click()
  expect(await torch.getAttribute('aria-checked')).toBe('true')
  await button(page, '拍照').click()
  await button(page, '使用照片').waitFor()
})

test('a refused camera leaves the album', async () => {
  const page = await openViewfinder(undefined, true)
  await page.getByText('未获得相机权限').waitFor()
  const chooser = page.waitForEvent('filechooser')
  await button(page, '从手机相册选择').click()
  await (await chooser).setFiles(front.scan)

  expect(await readFields(page)).toEqual(front.fields)
})

test('a refused camera comes back from the settings', async () => {
  const page = await openViewfinder(undefined, true)
  await page.evaluate(() => Reflect.get(window, 'allowCamera')())
  await button(page, '打开设置').click()
  await page.getByRole('checkbox', { name: '允许使用摄像头' }).check()
  await button(page, '完成').click()
  await live(page)
  await button(page, '拍照').click()
  await button(page, '使用照片').click()

  expect(await readFields(page)).toEqual(front.fields)
})

test('turned to its side while open, it frames anew', async () => {
  const page = await openViewfinder()
  await page.setViewportSize({ width: 844, height: 390 })
  await page.waitForFunction(
    (selector) => (document.querySelector(selector)?.getBoundingClientRect().width ?? 0) > 360,
    WINDOW,
  )
  await page.screenshot({ path: path.join(SCREENSHOTS, 'viewfinder-844-lying.png') })
  await button(page, '拍照').click()
  await button(page, '使用照片').waitFor()
})

test('closed, it is a cancel', async () => {
  const page = await openViewfinder()
  await button(page, '关闭').click()
  await page.getByText('识别结果显示在这里').waitFor()
  expect(await page.locator('video').count()).toBe(0)
})

test('the page of its own shows what would be uploaded', async () => {
  const page = await demo.openPage('pages/viewfinder/viewfinder', phoneOf(390, 844))
  await page.getByRole('radio', { name: '行驶证' }).click()
  await button(page, '打开取景框').click()
  await live(page)
  await button(page, '拍照').click()
  await button(page, '使用照片').click()
  await page.getByText(/\d+ × \d+ px/).waitFor()
  await page.screenshot({ path: path.join(SCREENSHOTS, 'viewfinder-page.png') })
})

describe.each([320, 390, 430])('at %i px', (width) => {
  const height = width === 320 ? 568 : 844
  const RESTING = { reducedMotion: 'reduce' } as const

  test.each(['light', 'dark'] as const)(
    'in %s, everything is on the screen and large enough for a finger',
    async (colorScheme) => {
      const shot = (page: Page, state: string) =>
        page.screenshot({ path: path.join(SCREENSHOTS, `viewfinder-${width}-${colorScheme}-${state}.png`) })
      const visitor = { ...phoneOf(width, height), ...RESTING, colorScheme }

      const page = await openViewfinder(visitor)
      await shot(page, 'open')
      await expectReachable(page)
      await button(page, '拍照').click()
      await button(page, '使用照片').waitFor()
      await shot(page, 'still')
      await expectReachable(page)

      const refused = await openViewfinder(visitor, true)
      await refused.getByText('未获得相机权限').waitFor()
      await shot(refused, 'refused')
      await expectReachable(refused)
    },
  )
})

/** Every control of the viewfinder is whole on the screen, 44 px each way. */
async function expectReachable(page: Page): Promise<void> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  const boxes = await page
    .locator('ocr-viewfinder')
    .locator('[role=button], [role=switch]')
    .evaluateAll((elements) =>
      elements
        .map((element) => element.getBoundingClientRect())
        .map(({ x, y, right, bottom }) => ({ x, y, right, bottom })),
    )
  expect(boxes.length).toBeGreaterThanOrEqual(3)
  for (const { x, y, right, bottom } of boxes) {
    expect(Math.min(right - x, bottom - y)).toBeGreaterThanOrEqual(44)
    expect(x >= 0 && y >= 0 && right <= width && bottom <= height).toBe(true)
  }
}
