/** @jest-environment ./test/server/embedded/onnx-environment.js */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import sharp from 'sharp'
import { CARDS, type Card } from '../../../server/src/engines/engine'
import type { Models } from '../../../server/src/engines/embedded/models'
import { loadModels } from '../../../server/src/engines/embedded/models'
import { readLines } from '../../../server/src/engines/embedded/read-lines'
import { recognize, type Recognise } from '../../../server/src/engines/embedded/recognize'
import { layouts } from '../../../server/src/layouts'
import type { Page } from '../../../server/src/layouts/page'

const SAMPLES = path.join(__dirname, '../../../demo/samples')
const names = readdirSync(SAMPLES).flatMap((file) => (file.endsWith('.json') ? [path.basename(file, '.json')] : []))

jest.setTimeout(60_000)

let models: Models
beforeAll(async () => {
  models = await loadModels(2)
})

const imageOf = (name: string) => readFileSync(path.join(SAMPLES, `${name}.jpg`))

const truthOf = (name: string) => JSON.parse(readFileSync(path.join(SAMPLES, `${name}.json`), 'utf8'))
const TYPES = { front: 'Front', back: 'Back' }

/** What the specimen says, as WeChat's reply; the reply has no issuing authority. */
function fieldsOf(name: string): Record<string, string> {
  const { side, card, page, authority, ...fields } = truthOf(name)
  return side ? { type: TYPES[side as keyof typeof TYPES], ...fields } : fields
}

const readIdCard = (page: Page) => layouts.idcard(page)?.fields

test.each(names)('the specimen %s', async (name) => {
  const card: Card = truthOf(name).card ?? 'idcard'
  const reading = layouts[card](await readLines(models, imageOf(name)))
  expect(reading?.fields).toMatchObject(fieldsOf(name))
  expect(Object.values(reading?.confidence ?? {}).every((share) => share >= 0 && share <= 1)).toBe(true)
})

test('no card is taken for another', async () => {
  for (const name of ['front-1', 'back-1', 'bankcard-1', 'vehicle-front-1', 'vehicle-back-1']) {
    const page = await readLines(models, imageOf(name))
    const card: Card = truthOf(name).card ?? 'idcard'
    expect(CARDS.filter((other) => layouts[other](page))).toEqual([card])
  }
})

test.each([90, 180, 270])('a scan and a photo turned by %i°', async (degrees) => {
  for (const name of ['front-1', 'back-1-photo']) {
    const page = await readLines(models, await sharp(imageOf(name)).rotate(degrees).jpeg().toBuffer())
    expect(readIdCard(page)).toEqual(fieldsOf(name))
  }
})

test('helpers read strips, too, and the page is the same', async () => {
  const image = imageOf('vehicle-front-1')
  const widths: number[] = []
  const helper: Recognise = async (strip) => {
    widths.push(strip.width)
    await setTimeout(1)
    return recognize(models, strip)
  }
  expect(await readLines(models, image, {}, [helper])).toEqual(await readLines(models, image))
  expect(widths.length).toBeGreaterThan(2)
  expect(widths[0]).toBe(Math.max(...widths))
})

describe('where text is looked for first', () => {
  const sides: number[] = []
  const run = (input: { x: { dims: number[] } }) => {
    sides.push(Math.max(...input.x.dims))
    return models.detection.run(input as never)
  }
  const sidesFor = async (image: sharp.Sharp, largePrint: boolean) => {
    sides.length = 0
    const watched: Models = { ...models, detection: Object.create(models.detection, { run: { value: run } }) }
    const page = await readLines(watched, await image.jpeg().toBuffer(), { largePrint })
    return { sides: [...sides], fields: readIdCard(page) }
  }
  const card = (width: number, height: number) => sharp(imageOf('front-1')).resize(width, height, { fit: 'contain' })

  test('large print in fewer pixels', async () => {
    expect((await sidesFor(card(1400, 883), false)).sides).toEqual([736])
    expect(await sidesFor(card(1400, 883), true)).toEqual({ sides: [640], fields: fieldsOf('front-1') })
  })

  test('by a glance, where the card is a part of the picture, and then in that part', async () => {
    expect((await sidesFor(card(1400, 1050), false)).sides[0]).toBe(736)
    const { sides, fields } = await sidesFor(card(1400, 1050), true)
    expect([sides[0], sides.length, fields]).toEqual([480, 2, fieldsOf('front-1')])
  })

  test('again, where a glance shows nothing', async () => {
    const empty = sharp({ create: { width: 640, height: 480, channels: 3, background: '#778' } })
    expect((await sidesFor(empty, true)).sides).toEqual([480, 640])
  })

  test('again, where a glance shows small print', async () => {
    const input = imageOf('vehicle-back-1')
    const both = sharp({ create: { width: 2900, height: 2200, channels: 3, background: '#778' } }).composite([
      { input, left: 0, top: 600 },
      { input, left: 1500, top: 600 },
    ])
    expect((await sidesFor(both, true)).sides.slice(0, 2)).toEqual([480, 640])
  })
})

test('text that goes on beyond where it was first seen is found all the same', async () => {
  let runs = 0
  const run = async (input: never) => {
    const output = await models.detection.run(input)
    const [map] = Object.values(output)
    if (runs++ === 0 && map?.data instanceof Float32Array) map.data.fill(0, map.data.length * 0.42)
    return output
  }
  const shortSighted: Models = { ...models, detection: Object.create(models.detection, { run: { value: run } }) }
  const table = { top: 600, bottom: 600, left: 600, right: 600, background: '#667' }
  const page = await readLines(shortSighted, await sharp(imageOf('vehicle-back-1')).extend(table).jpeg().toBuffer())
  expect(layouts.driving(page)?.fields).toMatchObject(fieldsOf('vehicle-back-1'))
  expect(runs).toBe(3)
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
  expect(readIdCard(await readLines(models, picture))).toEqual(fieldsOf('front-1'))
})

test('a closer look takes more pixels, but not where it smooths them', async () => {
  const empty = await sharp({ create: { width: 3000, height: 2200, channels: 3, background: '#778' } })
    .jpeg()
    .toBuffer()
  expect(await readLines(models, empty, { closer: true })).toMatchObject({ width: 2400 })
  expect(await readLines(models, empty, { closer: true, smooth: true })).toMatchObject({ width: 1600 })
})

test('a smooth look reads most of a small scan whose grain hides it from others', async () => {
  const small = sharp(imageOf('vehicle-back-1')).resize(460).removeAlpha()
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true })
  const random = randomNumbers()
  const grainy = data.map((level) => Math.min(255, Math.max(0, level + 140 * (random() + random() - 1))))
  const image = await sharp(grainy, { raw: info }).jpeg().toBuffer()
  const rightWith = async (smooth: boolean) => {
    const page = await readLines(models, image, { closer: true, smooth, withoutColour: true })
    const fields = layouts.driving(page)?.fields ?? {}
    return Object.entries(fieldsOf('vehicle-back-1')).filter(([field, text]) => fields[field] === text).length
  }
  expect(await rightWith(true)).toBeGreaterThanOrEqual(4)
  expect(await rightWith(false)).toBeLessThanOrEqual(2)
})

/** From 0 to 1, the same at each call of the test. */
function randomNumbers(): () => number {
  let state = 1
  return () => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31
}

test('a picture without text has no lines', async () => {
  const empty = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#778' } })
    .png()
    .toBuffer()
  expect(await readLines(models, empty)).toEqual({ lines: [], width: 640, height: 480 })
})
