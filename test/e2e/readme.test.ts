import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { createPreviewServer } from '../../demo/preview/server'
import { makeProject } from '../consumer/make-project'
import { linesOf, readReadme } from '../consumer/readme'
import { launchBrowser } from './browser'
import { specimenEngine } from './demo'
import { specimen } from './specimen'

const PACKAGE = path.join(__dirname, '../../miniprogram_dist')
/** Where README's app.ts sends pictures, word for word. */
const README_SERVER = 'https://ocr.example.com'

const front = specimen('front-1')

jest.setTimeout(180_000)

let folder: string
let server: Awaited<ReturnType<typeof createPreviewServer>>
let browser: Browser
let address: string

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'miniprogram-ocr-readme-'))
  makeProject(folder)
  const miniProgram = path.join(folder, 'miniprogram')
  await fs.cp(PACKAGE, path.join(miniProgram, 'miniprogram_npm/miniprogram-ocr'), { recursive: true })
  server = await createPreviewServer({ engine: specimenEngine(front) }, miniProgram)
  address = await server.listen({ host: '127.0.0.1', port: 0 })
  browser = await launchBrowser([])
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await fs.rm(folder, { recursive: true })
})

/** The example's server is another origin than the stage; a phone knows nothing of that. */
async function answerFor(page: Page): Promise<void> {
  const headers = { 'access-control-allow-origin': '*' }
  await page.route(`${README_SERVER}/**`, async (route) => {
    if (route.request().method() === 'OPTIONS') return route.fulfill({ status: 204, headers })
    const response = await route.fetch({ url: route.request().url().replace(README_SERVER, address) })
    return route.fulfill({ response, headers })
  })
}

test('a page written as README says shows a name, in at most 12 lines', async () => {
  expect(linesOf(readReadme()).length).toBeLessThanOrEqual(12)
  const page = await browser.newPage({ locale: 'zh-CN' })
  await answerFor(page)
  await page.goto(`${address}/phone.html?language=zh_CN`)

  await page.getByRole('button', { name: '点按拍照或选择照片' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '从手机相册选择' }).click()
  await (await chooser).setFiles(front.scan)

  await page.getByText(front.fields.name ?? '', { exact: true }).waitFor({ timeout: 30_000 })
})

test('both languages tell the same code', () => {
  expect(linesOf(readReadme('README.zh-CN.md'))).toEqual(linesOf(readReadme('README.md')))
})
