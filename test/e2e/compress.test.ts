import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { legibleScale } from '../../src/compress/plan'
import { corpus, isUpright } from '../platform/corpus'
import type { Sample } from '../platform/corpus'
import { choosePhoto, specimenEngine, startDemo } from './demo'
import type { Demo, DemoPage } from './demo'
import { specimen } from './specimen'

const LIMIT = 2 * 1024 * 1024
const AS_PROMISED = { format: 'jpeg', isBelowLimit: true, isUpright: true, isLegible: true }

const front = specimen('front-1')

jest.setTimeout(600_000)

let demo: Demo
let folder: string

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'miniprogram-ocr-compress-'))
  demo = await startDemo(front.scan, specimenEngine(front))
})

afterAll(async () => {
  await demo?.close()
  await fs.rm(folder, { recursive: true })
})

test('every picture is sent upright, legible and below the limit, or is refused as image-format', async () => {
  const visit = await demo.open({ reducedMotion: 'reduce' })
  const outcomes: Record<string, unknown> = {}
  const expected: Record<string, unknown> = {}
  for await (const sample of corpus()) {
    const error = await recognize(visit, sample)
    outcomes[sample.name] = error ?? (await judge(demo.received.at(-1), sample))
    expected[sample.name] = sample.expect === 'jpeg' ? AS_PROMISED : sample.expect
  }
  report(Object.keys(outcomes).length)

  expect(outcomes).toEqual(expected)
  expect(Object.keys(outcomes).length).toBeGreaterThanOrEqual(60)
  await demo.closePages()
})

/** Gives the kind of the error, if it ends as one. */
async function recognize({ page, phone }: DemoPage, { file, fileName }: Sample): Promise<string | null> {
  const saved = path.join(folder, fileName)
  await fs.writeFile(saved, file)
  await phone.getByRole('radio', { name: '任一面' }).click()
  await choosePhoto({ page, phone }, saved)
  const error = phone.getByRole('alert')
  await phone.locator('.fields').or(error).waitFor({ timeout: 60_000 })
  return (await error.isVisible()) ? error.locator('.value').first().textContent() : null
}

async function judge(sent: Buffer | undefined, sample: Sample): Promise<typeof AS_PROMISED> {
  if (!sent) throw new Error('nothing was sent')
  const { format, width, height } = await sharp(sent).metadata()
  return {
    format,
    isBelowLimit: sent.length < LIMIT,
    isUpright: await isUpright(sent, sample),
    isLegible: Math.max(width, height) >= legibleSide(sample),
  }
}

/** The least that the longer side may be reduced to. */
function legibleSide({ uprightWidth: width, uprightHeight: height }: Sample): number {
  return Math.floor(Math.max(width, height) * legibleScale({ width, height }))
}

function report(pictures: number): void {
  const sizes = demo.received.map(({ length }) => length).sort((one, other) => one - other)
  const median = sizes[sizes.length >> 1] ?? 0
  const share = Math.round((median / LIMIT) * 100)
  process.stderr.write(`${pictures} pictures, ${sizes.length} sent; the median is ${share} % of the limit\n`)
}
