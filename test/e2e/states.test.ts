import fs from 'node:fs/promises'
import path from 'node:path'
import type { Page, Route } from 'playwright-core'
import { violations } from './accessibility'
import { specimenEngine, startDemo } from './demo'
import type { Demo } from './demo'
import { REPLIES } from './replies'
import { specimen } from './specimen'

const SCREENSHOTS = path.join(__dirname, 'screenshots/states')
const CARD_HEIGHT = 700

jest.setTimeout(300_000)

const front = specimen('front-1')
let demo: Demo
let photo: string

beforeAll(async () => {
  demo = await startDemo(front.scan, specimenEngine(front))
  photo = (await fs.readFile(front.scan)).toString('base64')
})

afterEach(() => demo.closePages())

afterAll(() => demo?.close())

/** A page whose recogniser answers with these replies, one for each photo. */
async function open(name: string, appearance: object, replies: object[]) {
  const page = await demo.openPage(`pages/${name}/${name}`, appearance)
  await page.setViewportSize({ width: 390, height: CARD_HEIGHT })
  let held: Route[] = []
  let isHolding = false
  const answer = (route: Route) => route.fulfill({ json: replies.length > 1 ? replies.shift() : replies[0] })
  await page.route('**/cv/ocr/**', (route) => (isHolding ? void held.push(route) : answer(route)))
  return {
    page,
    hold: () => (isHolding = true),
    async release() {
      isHolding = false
      await Promise.all(held.splice(0).map(answer))
      held = []
    },
  }
}

/** Hands a specimen to the tag on the page, as if it had been chosen from the album. */
const takePhoto = (page: Page) =>
  page.evaluate(async (base64) => {
    const blob = await (await fetch(`data:image/jpeg;base64,${base64}`)).blob()
    window.stage?.recognize(blob, '')
  }, photo)

describe.each([
  ['zh-CN', 'light'] as const,
  ['en', 'dark'] as const,
  ['zh-CN', 'dark'] as const,
  ['en', 'light'] as const,
])('in %s and %s', (locale, colorScheme) => {
  const appearance = { locale, colorScheme }
  const show = async (page: Page, name: string) => {
    await page.screenshot({ path: path.join(SCREENSHOTS, `${name}-${locale}-${colorScheme}.png`) })
    expect(await violations(page)).toEqual([])
  }

  test.each([
    ['idcard', [REPLIES.front]],
    ['bankcard', [REPLIES.bankcard]],
    ['vehicle', [REPLIES.vehicle]],
  ])('%s: working, then done', async (name, replies) => {
    const { page, hold, release } = await open(name, appearance, replies)
    hold()
    await takePhoto(page)
    await page.getByRole('progressbar').waitFor()
    await show(page, `${name}-working`)
    await release()
    await page.locator('.box.done').waitFor()
    await show(page, `${name}-done`)
  })

  test('failed', async () => {
    const { page } = await open('bankcard', appearance, [{ errcode: 101001, errmsg: 'not found' }])
    await takePhoto(page)
    await page.locator('.box.failed').waitFor()
    await show(page, 'failed')
  })

  test('both: one side is read, the other is asked for', async () => {
    const { page } = await open('both', appearance, [REPLIES.front, REPLIES.back])
    await takePhoto(page)
    await page.getByRole('dialog').waitFor()
    await show(page, 'both-second')
  })

  test('a look of the app’s own: before and after', async () => {
    const { page } = await open('custom', appearance, [REPLIES.front])
    await show(page, 'custom-idle')
    await takePhoto(page)
    await page.getByText('✓').waitFor()
    await show(page, 'custom-done')
  })

  test('a form that was not touched submits a card without fields', async () => {
    const { page } = await open('form', appearance, [REPLIES.front])
    await page.locator('wx-input input').fill('13800000000')
    await page.locator('wx-button').click()
    await page.locator('.submitted').waitFor()
    expect((await page.locator('.submitted').textContent())?.trim()).toBe('13800000000')
  })

  test('a form submits the card’s fields beside its other fields', async () => {
    const { page } = await open('form', appearance, [REPLIES.front])
    await takePhoto(page)
    await page.locator('.box.done').waitFor()
    await page.locator('wx-input input').fill('13800000000')
    await page.locator('wx-button').click()
    await page.getByText('样本 11010519491231002X 13800000000').waitFor()
    await show(page, 'form-submitted')
  })

  test('confirm: a form with a doubt and a suggestion', async () => {
    const { page } = await open('confirm', appearance, [{ ...REPLIES.front, id: '1101O519491231002X', addr: '' }])
    await takePhoto(page)
    await page.locator('.form').waitFor()
    await show(page, 'confirm')
    await page.locator('.suggestion').click()
    expect(await page.locator('.suggestion').count()).toBe(0)
    await page.locator('.form input').first().fill('样例')
    await show(page, 'confirm-corrected')
    await page.locator('.confirm').click()
    await page.locator('.fields').getByText('样例').waitFor()
    await page.locator('.fields').getByText('11010519491231002X').waitFor()
  })
})
