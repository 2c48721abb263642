/** @jest-environment ./test/server/embedded/onnx-environment.js */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { Models } from '../../../server/src/engines/embedded/models'
import { loadModels } from '../../../server/src/engines/embedded/models'
import { readLines } from '../../../server/src/engines/embedded/read-lines'
import { layouts } from '../../../server/src/layouts'

const SAMPLES = path.join(__dirname, '../../../demo/samples')
const names = readdirSync(SAMPLES).flatMap((file) => (file.endsWith('.json') ? [path.basename(file, '.json')] : []))

let models: Models
beforeAll(async () => {
  models = await loadModels(2)
}, 20_000)

const imageOf = (name: string) => readFileSync(path.join(SAMPLES, `${name}.jpg`))

/** What the specimen says, as WeChat's reply; the reply has no issuing authority. */
function fieldsOf(name: string): Record<string, string> {
  const truth = JSON.parse(readFileSync(path.join(SAMPLES, `${name}.json`), 'utf8'))
  if (truth.side === 'back') return { type: 'Back', valid_date: truth.valid_date }
  const { name: fullName, id, addr, gender, nationality } = truth
  return { type: 'Front', name: fullName, id, addr, gender, nationality }
}

test.each(names)('the specimen %s', async (name) => {
  expect(layouts.idcard(await readLines(models, imageOf(name)))).toEqual(fieldsOf(name))
})

test.each([90, 180, 270])('a scan and a photo turned by %i°', async (degrees) => {
  for (const name of ['front-1', 'back-1-photo']) {
    const page = await readLines(models, await sharp(imageOf(name)).rotate(degrees).jpeg().toBuffer())
    expect(layouts.idcard(page)).toEqual(fieldsOf(name))
  }
})

test('lines are where they stand in the upright picture', async () => {
  const { lines, width, height } = await readLines(
    models,
    await sharp(imageOf('front-1')).rotate(180).jpeg().toBuffer(),
  )
  expect([width, height]).toEqual([1400, 883])
  const number = lines.find(({ text }) => text.includes(fieldsOf('front-1').id ?? ''))
  expect(number?.score).toBeGreaterThan(0.9)
  const [leftTop, rightTop, rightBottom, leftBottom] = number?.corners ?? []
  expect(leftTop?.y).toBeGreaterThan(0.75 * height)
  expect(rightTop?.x).toBeGreaterThan(0.8 * width)
  expect((rightTop?.x ?? 0) - (leftTop?.x ?? 0)).toBeGreaterThan(0.4 * width)
  expect((leftBottom?.y ?? 0) - (leftTop?.y ?? 0)).toBeLessThan(0.15 * height)
  expect(rightBottom?.y).toBeLessThan(height)
})

test('a card that takes up a third of the picture', async () => {
  const small = await sharp(imageOf('front-1')).resize(1000).toBuffer()
  const picture = await sharp({ create: { width: 3000, height: 2200, channels: 3, background: '#667' } })
    .composite([{ input: small, left: 1200, top: 900 }])
    .jpeg()
    .toBuffer()
  expect(layouts.idcard(await readLines(models, picture))).toEqual(fieldsOf('front-1'))
})

test('a picture without text has no lines', async () => {
  const empty = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#778' } })
    .png()
    .toBuffer()
  expect(await readLines(models, empty)).toEqual({ lines: [], width: 640, height: 480 })
})
