/** What mounting a tag costs, beside the two usual upload buttons mounted by the same harness. */
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { launchBrowser } from '../../e2e/browser'
import type { Case, Times } from './in-browser'
import { buildProgram } from './program'

const MOUNTS = 60
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const DONE = { state: 'done', headline: 'Recognised', detail: '样* 1****X', image: PICTURE }

const CASES: Record<string, Case> = {
  'ocr-idcard': { component: 'ocr/ocr-idcard/index', properties: { side: 'front' }, update: DONE },
  'ocr-bankcard': { component: 'ocr/ocr-bankcard/index', properties: {}, update: DONE },
  'ocr-vehicle': { component: 'ocr/ocr-vehicle/index', properties: { side: 'front' }, update: DONE },
  't-upload': {
    component: 'tdesign/upload/upload',
    properties: { mediaType: ['image'], max: 1 },
    update: { files: [{ url: PICTURE, type: 'image', name: 'a.gif', status: 'done' }] },
  },
  'van-uploader': {
    component: 'vant/uploader/index',
    properties: { maxCount: 1 },
    update: { fileList: [{ url: PICTURE, name: 'a.gif', isImage: true }] },
  },
}

/** A table for the report, and a look at each component, so that nothing is compared with a blank. */
export async function reportRender(): Promise<string> {
  install()
  const { script, styles } = await buildProgram(Object.values(CASES).map(({ component }) => component))
  const browser = await launchBrowser([])
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await page.setContent(`<!doctype html><style>wx-view{display:block}${styles}</style><body>`)
    await page.addScriptTag({ content: script })
    const measure = (name: string) =>
      page.evaluate(([it, times]) => window.measure(it, times), [CASES[name], MOUNTS] as never as [Case, number])
    for (const name of Object.keys(CASES)) await measure(name)
    const rows: string[] = []
    for (const name of Object.keys(CASES)) rows.push(row(name, await measure(name)))
    return [
      `First view and update in Chromium on glass-easel, ${MOUNTS} mounts each after as many to warm up, ms: median / 95th percentile\n`,
      '| | first view | update | `setData` of the first view |',
      '|---|---|---|---|',
      ...rows,
    ].join('\n')
  } finally {
    await browser.close()
  }
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
