import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createEmbeddedEngine } from 'miniprogram-ocr-server'
import type { Engine } from 'miniprogram-ocr-server'
import type { BrowserContextOptions, FileChooser, FrameLocator, Locator, Page } from 'playwright-core'
import { createPreviewServer } from '../../demo/preview/server'
import { launchBrowser } from './browser'
import { fakeCameraOptions } from './fake-camera'
import type { Specimen } from './specimen'

/** The real demo on a free port, and a browser. */
export interface Demo {
  /** Every picture that the server has received, in order: the bytes of part `img`. */
  received: Buffer[]
  /** A new visitor's page, in Chinese and light on a desktop unless told otherwise. */
  open(visitor?: BrowserContextOptions): Promise<DemoPage>
  /** A page of the mini-program alone, as wide as the window. @param name `pages/idcard/idcard` */
  openPage(name: string, visitor?: BrowserContextOptions): Promise<Page>
  /** @throws what a script threw in one of them */
  closePages(): Promise<void>
  close(): Promise<void>
}

export interface DemoPage {
  page: Page
  /** The screen of the phone. */
  phone: FrameLocator
}

const VISITOR: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, locale: 'zh-CN', colorScheme: 'light' }

/** @param cameraScan the card that the browser's camera sees */
export async function startDemo(cameraScan: string, engine: Engine = createEmbeddedEngine()): Promise<Demo> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'miniprogram-ocr-e2e-'))
  const received: Buffer[] = []
  const server = await createPreviewServer({ engine: recording(engine, received) })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launchBrowser(await fakeCameraOptions(cameraScan, folder))
  const pageErrors: Error[] = []
  const newPage = async (visitor?: BrowserContextOptions) => {
    const page = await browser.newPage({ ...VISITOR, ...visitor })
    page.on('pageerror', (error) => pageErrors.push(error))
    return page
  }
  return {
    received,
    async open(visitor) {
      const page = await newPage(visitor)
      await page.goto(address)
      const phone = page.frameLocator('.phone-screen')
      await phone.locator('.box').waitFor()
      return { page, phone }
    },
    async openPage(name, visitor) {
      const page = await newPage(visitor)
      await page.goto(`${address}/phone.html#${name}`)
      await page.locator('wx-page').waitFor()
      return page
    },
    async closePages() {
      await Promise.all(browser.contexts().map((context) => context.close()))
      for (const error of pageErrors.splice(0)) throw error
    },
    async close() {
      await browser.close()
      await server.close()
      await engine.close()
      await fs.rm(folder, { recursive: true })
    },
  }
}

/** An engine, with an ear on what it is given. */
function recording(engine: Engine, received: Buffer[]): Engine {
  return {
    close: () => engine.close(),
    recognize(card, image, mode) {
      received.push(image)
      return engine.recognize(card, image, mode)
    },
  }
}

/** Answers every picture with what this specimen says, at once. */
export function specimenEngine({ fields }: Specimen): Engine {
  return { recognize: async () => fields, close: async () => undefined }
}

export const tapCard = ({ phone }: DemoPage) => phone.getByRole('button', { name: '点按拍照或选择照片' }).click()

/** @param photo a file, by its path or its content */
export async function choosePhoto(visit: DemoPage, photo: Parameters<FileChooser['setFiles']>[0]): Promise<void> {
  const chooser = visit.page.waitForEvent('filechooser')
  await tapCard(visit)
  await visit.phone.getByRole('button', { name: '从手机相册选择' }).click()
  await (await chooser).setFiles(photo)
}

/** The rows of the table of fields, by the name that a developer knows them by. */
export async function readFields(phone: { locator(selector: string): Locator }): Promise<Record<string, string>> {
  const rows = phone.locator('.fields .row')
  await rows.first().waitFor({ timeout: 60_000 })
  const texts = await rows.evaluateAll((elements) =>
    elements.map((row) => [row.querySelector('.code')?.textContent, row.querySelector('.value')?.textContent]),
  )
  return Object.fromEntries(texts)
}
