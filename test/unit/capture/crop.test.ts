import fc from 'fast-check'
import sharp from 'sharp'
import type { Card } from '../../../src'
import { cropTo, toPhoto, windowIn } from '../../../src/capture/crop'
import type { Area, Size } from '../../../src/wx/canvas'

const CARDS: Card[] = ['idcard', 'bankcard', 'vehicle']
const RATIOS = { idcard: 85.6 / 54, bankcard: 85.6 / 54, vehicle: 88 / 60 }

const side = (min: number, max: number) => fc.integer({ min, max })
/** Phones and tablets, upright and lying, below WeChat's bar. */
const views = fc
  .record({ short: side(320, 1024), long: side(480, 1366), isLying: fc.boolean() })
  .map(({ short, long, isLying }) => {
    const [least, most] = [Math.min(short, long), Math.max(short, long)]
    return isLying ? { width: most, height: least } : { width: least, height: most }
  })
const photos = fc.record({ width: side(480, 6000), height: side(480, 6000) })

type Point = { x: number; y: number }

/** CSS's `object-fit: cover`, from the photo to the view: the other way round than the crop reckons. */
function seenAt({ x, y }: Point, view: Size, photo: Size): Point {
  const isTooWide = photo.width / photo.height > view.width / view.height
  const drawn = isTooWide
    ? { width: (view.height * photo.width) / photo.height, height: view.height }
    : { width: view.width, height: (view.width * photo.height) / photo.width }
  return {
    x: (x / photo.width) * drawn.width - (drawn.width - view.width) / 2,
    y: (y / photo.height) * drawn.height - (drawn.height - view.height) / 2,
  }
}

const cornersOf = ({ x, y, width, height }: Area): Point[] => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
]

it('has the window’s corners on the card’s corners, for any view and any photo, both ways up', () => {
  fc.assert(
    fc.property(views, photos, fc.constantFrom(...CARDS), (view, photo, card) => {
      const window = windowIn(view, card)
      const corners = cornersOf(toPhoto(window, view, photo)).map((corner) => seenAt(corner, view, photo))
      cornersOf(window).forEach(({ x, y }, index) => {
        expect(Math.abs((corners[index]?.x ?? NaN) - x)).toBeLessThan(1)
        expect(Math.abs((corners[index]?.y ?? NaN) - y)).toBeLessThan(1)
      })
    }),
    { numRuns: 2000 },
  )
})

it('cuts out whole pixels of the photo, the window among them with a margin where the photo has one', () => {
  fc.assert(
    fc.property(views, photos, fc.constantFrom(...CARDS), (view, photo, card) => {
      const seen = toPhoto(windowIn(view, card), view, photo)
      const { x, y, width, height } = cropTo(windowIn(view, card), view, photo)
      expect([x, y, width, height].every(Number.isInteger)).toBe(true)
      expect(Math.min(x, y, photo.width - x - width, photo.height - y - height)).toBeGreaterThanOrEqual(0)
      expect([seen.x - x, seen.y - y].every((margin) => margin > -1)).toBe(true)
      expect([x + width - seen.x - seen.width, y + height - seen.y - seen.height].every((gap) => gap > -1)).toBe(true)
      if (x > 0) expect((seen.x - x) / seen.width).toBeCloseTo(0.08, 2)
      if (y > 0) expect((seen.y - y) / seen.width).toBeCloseTo(0.08, 2)
    }),
    { numRuns: 2000 },
  )
})

it('gives the window the card’s shape, in the middle, clear of the controls', () => {
  fc.assert(
    fc.property(views, fc.constantFrom(...CARDS), (view, card) => {
      const { x, y, width, height } = windowIn(view, card)
      expect(width / height).toBeCloseTo(RATIOS[card])
      expect(x + width / 2).toBeCloseTo(view.width / 2)
      expect(y + height / 2).toBeCloseTo(view.height / 2)
      const free = view.width > view.height ? x : y
      expect(free).toBeGreaterThanOrEqual(128 - 1e-9)
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(16 - 1e-9)
    }),
  )
})

/** Sharp draws the photo as a phone's screen would; the red card is looked for in what came out. */
it.each([
  ['a tall phone, a 4:3 photo', { width: 390, height: 756 }, { width: 900, height: 1200 }],
  ['a tall phone, a 16:9 photo', { width: 390, height: 756 }, { width: 1080, height: 1920 }],
  ['a small phone, a lying photo', { width: 320, height: 504 }, { width: 1280, height: 960 }],
  ['a lying phone', { width: 844, height: 346 }, { width: 1600, height: 1200 }],
  ['a tablet', { width: 1024, height: 1302 }, { width: 1500, height: 2000 }],
])('sees a card in the window on %s, when the photo has it where the crop says', async (_, view, photo) => {
  const window = windowIn(view, 'idcard')
  const card = toPhoto(window, view, photo)
  const [left, top] = [Math.round(card.x), Math.round(card.y)]
  const red = await sharp({
    create: { width: Math.round(card.width), height: Math.round(card.height), channels: 3, background: 'red' },
  })
    .png()
    .toBuffer()
  const taken = await sharp({ create: { ...photo, channels: 3, background: 'blue' } })
    .composite([{ input: red, left, top }])
    .png()
    .toBuffer()
  const screen = await sharp(taken)
    .resize({ ...view, fit: 'cover', kernel: 'nearest' })
    .removeAlpha()
    .raw()
    .toBuffer()

  const isRed = (x: number, y: number) => (screen[(y * view.width + x) * 3] ?? 0) > 128
  const middle = { x: Math.round(view.width / 2), y: Math.round(view.height / 2) }
  const across = Array.from({ length: view.width }, (_, x) => x).filter((x) => isRed(x, middle.y))
  const upright = Array.from({ length: view.height }, (_, y) => y).filter((y) => isRed(middle.x, y))
  const seen = [across[0] ?? NaN, (across.at(-1) ?? NaN) + 1, upright[0] ?? NaN, (upright.at(-1) ?? NaN) + 1]
  const expected = [window.x, window.x + window.width, window.y, window.y + window.height]
  seen.forEach((edge, index) => expect(Math.abs(edge - (expected[index] ?? NaN))).toBeLessThanOrEqual(1.01))
})
