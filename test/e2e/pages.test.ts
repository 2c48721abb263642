import fs from 'node:fs'
import path from 'node:path'
import { violations } from './accessibility'
import { startDemo, specimenEngine } from './demo'
import type { Demo } from './demo'
import { specimen } from './specimen'

const SCREENSHOTS = path.join(__dirname, 'screenshots/pages')
const { pages } = JSON.parse(fs.readFileSync(path.join(__dirname, '../../demo/miniprogram/app.json'), 'utf8'))

const WIDTHS = [320, 390, 430]
const APPEARANCES = [
  ['zh-CN', 'light'],
  ['zh-CN', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const

jest.setTimeout(300_000)

const front = specimen('front-1')
let demo: Demo

beforeAll(async () => {
  demo = await startDemo(front.scan, specimenEngine(front))
})

afterEach(() => demo.closePages())

afterAll(() => demo?.close())

describe.each(APPEARANCES)('in %s and %s', (locale, colorScheme) => {
  test.each(pages as string[])('%s fits 320, 390 and 430 px and breaks no rule of accessibility', async (name) => {
    const page = await demo.openPage(name, { locale, colorScheme })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBe(0)
      await page.screenshot({
        path: path.join(SCREENSHOTS, `${path.basename(name)}-${locale}-${colorScheme}-${width}.png`),
      })
    }
    expect(await violations(page)).toEqual([])
  })
})
