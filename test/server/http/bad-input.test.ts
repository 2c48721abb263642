import sharp from 'sharp'
import type * as Package from '../../../server/src'
import { pngBomb } from './png-bomb'
import { frontSpecimen, type Specimen } from './specimen'
import { formOf, listen, post, type Fields, type Running } from './start-server'

/** The package as it is published, with its own engine. */
const { createServer }: typeof Package = require('miniprogram-ocr-server')

const MAX_BYTES = 2 * 1024 * 1024
const SIDE_OF_BOMB = 20_000
/** Decoded, the bomb would take 400 MB as grey and 1.2 GB as colours. */
const MAX_GROWTH_MB = 200

jest.setTimeout(60_000)

let specimen: Specimen
let running: Running

beforeAll(async () => {
  specimen = await frontSpecimen()
  running = await listen(createServer())
  await expectGoodAnswer()
})

/** Whatever came before, the same process still serves. */
afterEach(expectGoodAnswer)

afterAll(() => running.server.close())

it.each([
  ['no part', () => new FormData()],
  ['two parts', () => formOf(specimen.compressed, specimen.compressed)],
  ['an empty file', () => formOf(Buffer.alloc(0))],
])('%s is 41005', async (_name, form) => {
  expectError(await post(running.url, form()), 41005)
})

it.each([
  ['text named .jpg', () => Buffer.from('This is no picture.')],
  ['a truncated JPEG', () => specimen.compressed.subarray(0, specimen.compressed.length / 2)],
  ['a JPEG cut in its header', () => specimen.compressed.subarray(0, 100)],
  ['a file of 2 MB and a byte', () => Buffer.concat([specimen.compressed, Buffer.alloc(MAX_BYTES)], MAX_BYTES + 1)],
])('%s is 101002', async (_name, image) => {
  expectError(await post(running.url, formOf(image())), 101002)
})

it('a PNG of 20,000 × 20,000 px is 101002 and is never decoded', async () => {
  const bomb = await pngBomb(SIDE_OF_BOMB, SIDE_OF_BOMB)
  expect(await sharp(bomb, { limitInputPixels: false }).metadata()).toMatchObject({
    width: SIDE_OF_BOMB,
    format: 'png',
  })
  expect(bomb.length).toBeLessThan(MAX_BYTES)

  const before = peakMemory()
  expectError(await post(running.url, formOf(bomb)), 101002)
  const growth = peakMemory() - before
  const verdict = growth <= MAX_GROWTH_MB ? 'bounded' : 'unbounded'
  expect(`peak memory ${peakMemory()} MB, ${growth} MB more than before: ${verdict}`).toMatch(/: bounded$/)
})

it('a photo without a card is 101001', async () => {
  expectError(await post(running.url, formOf(await photoWithoutCard())), 101001)
})

it('bad and good requests at once are each answered as if alone', async () => {
  const bad = formOf(Buffer.from('This is no picture.'))
  const [text, good, empty] = await Promise.all([
    post(running.url, bad),
    post(running.url, formOf(specimen.compressed)),
    post(running.url, new FormData()),
  ])
  expectError(text, 101002)
  expect(good).toMatchObject({ errcode: 0, id: specimen.id })
  expectError(empty, 41005)
})

async function expectGoodAnswer() {
  const { compressed, id } = specimen
  expect(await post(running.url, formOf(compressed))).toMatchObject({ errcode: 0, type: 'Front', id })
}

function expectError(answer: Fields, errcode: number) {
  expect(answer).toEqual({ errcode, errmsg: expect.stringContaining(' hint: [') })
}

/** The most that this process, engine included, has ever held, in MB. */
function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

/** A table top: a colour that changes slowly, and grain. */
function photoWithoutCard(): Promise<Buffer> {
  const grain = { type: 'gaussian', mean: 128, sigma: 12 } as const
  const shade = `<svg width="1600" height="1200"><linearGradient id="g"><stop stop-color="#864"/><stop offset="1" stop-color="#ca8"/>
    </linearGradient><rect width="1600" height="1200" fill="url(#g)"/></svg>`
  return sharp(Buffer.from(shade))
    .composite([
      {
        input: { create: { width: 1600, height: 1200, channels: 3, background: 'grey', noise: grain } },
        blend: 'overlay',
      },
    ])
    .jpeg({ quality: 85 })
    .toBuffer()
}
