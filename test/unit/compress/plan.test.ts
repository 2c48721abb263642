import fc from 'fast-check'
import { firstPlan, legibleScale, nextPlan } from '../../../src/compress/plan'

const LIMIT = 2 * 1024 * 1024

it.each([
  ['a photo that lies', { width: 4000, height: 3000 }, 1111 / 4000],
  ['a photo that stands, with the card along it', { width: 3000, height: 4000 }, 1111 / 4000],
  ['a panorama, whose height is all a card can have', { width: 12000, height: 800 }, 1111 / (800 * (85.6 / 54))],
  ['a picture that is small already', { width: 800, height: 600 }, 1],
])('keeps the text legible in %s', (_, picture, scale) => {
  expect(legibleScale(picture)).toBeCloseTo(scale)
})

it.each([
  ['12 megapixels of 4 MB', { width: 4000, height: 3000 }, 4_000_000],
  ['48 megapixels of 12 MB', { width: 8000, height: 6000 }, 12_000_000],
])('asks at first for no more of %s than a recogniser reads', (_, picture, bytes) => {
  const { scale, quality } = firstPlan(picture, bytes, LIMIT)
  expect(picture.width * picture.height * scale ** 2).toBeLessThanOrEqual(4_000_001)
  expect(quality).toBe(80)
})

it('gives up pixels first, down to the floor, then quality, then says that nothing is left', () => {
  const pixels = nextPlan({ scale: 1, quality: 80 }, 2 * LIMIT, LIMIT, 0.5)
  expect(pixels).toEqual({ scale: expect.closeTo(Math.sqrt(0.44)), quality: 80 })
  const quality = nextPlan({ scale: 0.5, quality: 80 }, 1.25 * LIMIT, LIMIT, 0.5)
  expect(quality).toEqual({ scale: 0.5, quality: 56 })
  expect(nextPlan({ scale: 0.5, quality: 40 }, 2 * LIMIT, LIMIT, 0.5)).toBeUndefined()
})

it('never asks for more than before, nor for less than is legible, and comes to an end', () => {
  const side = fc.integer({ min: 100, max: 12_000 })
  fc.assert(
    fc.property(
      side,
      side,
      fc.integer({ min: 1000, max: 99_000_000 }),
      fc.double({ min: 1.01, max: 50, noNaN: true }),
      (width, height, bytes, excess) => {
        const floor = legibleScale({ width, height })
        let plan = firstPlan({ width, height }, bytes, LIMIT)
        for (let round = 0; round < 50; round++) {
          expect(plan.scale).toBeGreaterThanOrEqual(floor)
          expect(plan.scale).toBeLessThanOrEqual(1)
          const next = nextPlan(plan, LIMIT * excess, LIMIT, floor)
          if (!next) return
          expect(next.scale <= plan.scale && next.quality <= plan.quality).toBe(true)
          plan = next
        }
        throw new Error('it goes on for ever')
      },
    ),
  )
})
