/** What mounting a tag costs, beside the two usual upload buttons mounted by the same harness. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { launchBrowser } from '../../e2e/browser'
import type { Page } from 'playwright-core'
import type { Case, Times } from './in-browser'
import { buildProgram } from './program'

const MOUNTS = 20
/** The first turns are to warm up. */
const TURNS = { warm: 10, measured: 15 }
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const DONE = { state: 'done', headline: 'Recognised', detail: '样* 1****X', image: PICTURE }
const VANT_DONE = { fileList: [{ url: PICTURE, name: 'a.gif', isImage: true }] }

const CASES: Record<string, Case> = {
  'ocr-idcard': { component: 'ocr/ocr-idcard/index', attributes: 'side="front"', update: DONE },
  'ocr-bankcard': { component: 'ocr/ocr-bankcard/index', attributes: '', update: DONE },
  'ocr-vehicle': { component: 'ocr/ocr-vehicle/index', attributes: 'side="front"', update: DONE },
  't-upload': {
    component: 'tdesign/upload/upload',
    attributes: `media-type="{{['image']}}" max="{{1}}"`,
    update: { files: [{ url: PICTURE, type: 'image', name: 'a.gif', status: 'done' }] },
  },
  // By itself it shows a sign and no word.
  'van-uploader-with-words': {
    component: 'vant/uploader/index',
    attributes: 'max-count="{{1}}" upload-text="身份证人像面 点按拍照或选择照片"',
    update: VANT_DONE,
  },
  'van-uploader': {
    component: 'vant/uploader/index',
    attributes: 'max-count="{{1}}"',
    update: VANT_DONE,
  },
}

/**
 * What a page's words are drawn in. For each line of Chinese Chromium first looks in the page's own font, and where
 * that has none it looks for one that has: only a tag with words pays for that.
 */
const FONTS = { 'whose font has Chinese': 'Noto Sans CJK SC', 'whose font has no Chinese': 'DejaVu Sans' }

/** Chromium tells the time to 5 µs where no other site shares the page's process, else to 100. */
const ISOLATED = {
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

async function openIsolated(page: Page, body: string): Promise<void> {
  await page.route('https://bench.test/', (route) => route.fulfill({ headers: ISOLATED, body }))
  await page.goto('https://bench.test/')
}

/** Tables for the report. */
export async function reportRender(): Promise<string> {
  install()
  const program = await buildProgram(CASES)
  const browser = await launchBrowser([])
  try {
    const tables: string[] = []
    for (const [title, font] of Object.entries(FONTS)) {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
      const styles = `wx-view{display:block}body{font-family:${font}}${program.styles}`
      await openIsolated(page, `<!doctype html><style>${styles}</style><body>`)
      await page.addScriptTag({ content: program.script })
      tables.push(table(title, await measureInTurns(page)))
      await page.close()
    }
    return tables.join('\n\n')
  } finally {
    await browser.close()
  }
}

function table(title: string, all: Record<string, Times>): string {
  return [
    `First view and update in Chromium on glass-easel, in a page ${title}: ${TURNS.measured * MOUNTS} mounts each in turns of ${MOUNTS}, after ${TURNS.warm * MOUNTS} to warm up, ms: median / 95th percentile\n`,
    '| | first view | update | `setData` of the first view |',
    '|---|---|---|---|',
    ...Object.entries(all).map(([name, times]) => row(name, times)),
  ].join('\n')
}

/** One component after the other, again and again, so that whatever else the machine does is felt by all. */
async function measureInTurns(page: Page): Promise<Record<string, Times>> {
  const all: Record<string, Times> = {}
  for (let turn = 0; turn < TURNS.warm + TURNS.measured; turn++) {
    for (const [name, { update: change }] of Object.entries(CASES)) {
      const times = await page.evaluate(([it, update, mounts]) => window.measure(it, update, mounts), [
        name,
        change,
        MOUNTS,
      ] as const)
      const { render = [], update = [] } = turn > TURNS.warm ? (all[name] ?? {}) : {}
      all[name] = { ...times, render: [...render, ...times.render], update: [...update, ...times.update] }
    }
  }
  return all
}

const row = (name: string, { render, update, setData }: Times) =>
  `| ${name} | ${spread(render)} | ${spread(update)} | ${setData} |`

function spread(times: number[]): string {
  const sorted = [...times].sort((one, other) => one - other)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? NaN).toFixed(2)
  return `${at(0.5)} / ${at(0.95)}`
}

function install(): void {
  if (fs.existsSync(path.join(__dirname, 'node_modules'))) return
  execFileSync('npm', ['ci', '--prefix', __dirname, '--no-audit', '--no-fund'], { stdio: 'inherit' })
}
