import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { takePhoto } from '../../samples/photo'
import { homography } from '../../samples/photo/homography'

const MEGABYTE = 1024 * 1024
const SCAN = readFileSync(path.join(__dirname, '../../../demo/samples/front-1.jpg'))
const SMALL = { width: 600, height: 800 }

describe('a photo', () => {
  test('is a JPEG of 3000 × 4000 px, above 2 MB', async () => {
    const photo = await takePhoto(SCAN, { seed: 1 })
    const { info } = await sharp(photo).raw().toBuffer({ resolveWithObject: true })
    expect(await sharp(photo).metadata()).toMatchObject({ format: 'jpeg', width: 3000, height: 4000 })
    expect(info).toMatchObject({ width: 3000, height: 4000, channels: 3 })
    expect(photo.length).toBeGreaterThan(2 * MEGABYTE)
  }, 60_000)

  test('is the same for the same seed, and another for another', async () => {
    const photo = await takePhoto(SCAN, { seed: 1, ...SMALL })
    expect(photo.equals(await takePhoto(SCAN, { seed: 1, ...SMALL }))).toBe(true)
    expect(photo.equals(await takePhoto(SCAN, { seed: 2, ...SMALL }))).toBe(false)
  })

  test('is dimmer when it is a hard one', async () => {
    const brightnessOf = async (hard: boolean) => {
      const { channels } = await sharp(await takePhoto(SCAN, { seed: 3, hard, ...SMALL })).stats()
      return channels[1]?.mean ?? NaN
    }
    expect(await brightnessOf(true)).toBeLessThan(await brightnessOf(false))
  })

  test.each([
    [0, 'left'],
    [90, 'top'],
    [180, 'right'],
    [270, 'bottom'],
  ] as const)('turned by %i° has the left of the card at its %s', async (rotation, side) => {
    const photo = await takePhoto(await redThenBlue(), { seed: 5, rotation, ...SMALL })
    expect(await reddestSide(photo)).toBe(side)
  })
})

describe('a homography', () => {
  test('takes the four corners where they belong', () => {
    const from = [point(0, 0), point(100, 0), point(100, 60), point(0, 60)] as const
    const to = [point(12, 7), point(95, 20), point(88, 71), point(5, 58)] as const
    const [a, b, c, d, e, f, g, h] = homography(from, to)
    for (const [corner, { x, y }] of from.entries()) {
      const scale = 1 / (g * x + h * y + 1)
      expect((a * x + b * y + c) * scale).toBeCloseTo(to[corner]?.x ?? NaN)
      expect((d * x + e * y + f) * scale).toBeCloseTo(to[corner]?.y ?? NaN)
    }
  })
})

const point = (x: number, y: number) => ({ x, y })

function redThenBlue(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="856" height="540">
    <rect width="428" height="540" fill="red"/><rect x="428" width="428" height="540" fill="blue"/></svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

async function reddestSide(photo: Buffer): Promise<string> {
  const { width, height } = SMALL
  const sides = {
    left: { left: 0, top: 0, width: width / 2, height },
    right: { left: width / 2, top: 0, width: width / 2, height },
    top: { left: 0, top: 0, width, height: height / 2 },
    bottom: { left: 0, top: height / 2, width, height: height / 2 },
  }
  const redness = Object.entries(sides).map(async ([side, region]) => {
    const { channels } = await sharp(await sharp(photo).extract(region).toBuffer()).stats()
    return { side, red: (channels[0]?.mean ?? 0) - (channels[2]?.mean ?? 0) }
  })
  const [reddest] = (await Promise.all(redness)).sort((one, other) => other.red - one.red)
  return reddest?.side ?? ''
}
