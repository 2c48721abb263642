import sharp from 'sharp'
import { crc32, deflateSync } from 'node:zlib'
import { decode, smoothed } from '../../../server/src/engines/embedded/picture'

const RED = { r: 200, g: 0, b: 0 }
const BLUE = { r: 0, g: 0, b: 200 }

/** Left half red, right half blue. */
function twoColours(width: number, height: number): sharp.Sharp {
  const half = { create: { width: width / 2, height, channels: 3 as const, background: BLUE } }
  return sharp({ create: { width, height, channels: 3, background: RED } }).composite([
    { input: half, left: width / 2, top: 0 },
  ])
}

async function colourAt(image: Buffer, x: number, y: number) {
  const { rgb, width } = await decode(image)
  return [...rgb.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)]
}

describe('a picture', () => {
  test('is decoded to red, green, blue', async () => {
    const image = await twoColours(40, 20).png().toBuffer()
    expect(await decode(image)).toMatchObject({ width: 40, height: 20 })
    expect(await colourAt(image, 5, 10)).toEqual([200, 0, 0])
    expect(await colourAt(image, 35, 10)).toEqual([0, 0, 200])
  })

  test.each(['jpeg', 'png', 'webp', 'gif'] as const)('may be a %s', async (format) => {
    expect(await decode(await twoColours(40, 20).toFormat(format).toBuffer())).toMatchObject({ width: 40, height: 20 })
  })

  test('is turned upright by its EXIF orientation', async () => {
    const image = await twoColours(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await decode(image)).toMatchObject({ width: 20, height: 40 })
    const [red] = await colourAt(image, 10, 5)
    expect(red).toBeGreaterThan(150)
  })

  test('is shrunk to 1600 px and never enlarged', async () => {
    expect(await decode(await twoColours(4000, 3000).jpeg().toBuffer())).toMatchObject({ width: 1600, height: 1200 })
  })

  test('in grey, with transparency or of 16 bits is red, green, blue all the same', async () => {
    const grey = await twoColours(40, 20).greyscale().png().toBuffer()
    expect((await decode(grey)).rgb).toHaveLength(40 * 20 * 3)
    const clear = await sharp({ create: { width: 8, height: 8, channels: 4, background: { ...RED, alpha: 0 } } })
      .png()
      .toBuffer()
    expect(await colourAt(clear, 4, 4)).toEqual([255, 255, 255])
    const deep = await twoColours(40, 20).toColourspace('rgb16').png().toBuffer()
    expect((await decode(deep)).rgb).toHaveLength(40 * 20 * 3)
  })
})

test('smoothed has less grain, and strokes all the same', async () => {
  const noise = { type: 'gaussian' as const, mean: 160, sigma: 20 }
  const stroke = await sharp({ create: { width: 2, height: 60, channels: 3, background: '#222' } })
    .png()
    .toBuffer()
  const picture = await decode(
    await sharp({ create: { width: 80, height: 60, channels: 3, background: '#aaa', noise } })
      .composite([{ input: stroke, left: 60, top: 0 }])
      .png()
      .toBuffer(),
  )
  const levels = ({ rgb }: { rgb: Uint8Array }, from: number, to: number) =>
    [...rgb].filter((_, index) => Math.floor(index / 3) % 80 >= from && Math.floor(index / 3) % 80 < to)
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const grain = (values: number[]) => mean(values.map((value) => Math.abs(value - mean(values))))
  const smooth = await smoothed(picture)
  expect(smooth).toMatchObject({ width: 80, height: 60 })
  expect(grain(levels(smooth, 0, 50))).toBeLessThan(0.6 * grain(levels(picture, 0, 50)))
  expect(mean(levels(smooth, 60, 62))).toBeLessThan(95)
})

describe('refused with 101002', () => {
  const refused = { errcode: 101002 }

  test('no bytes', async () => {
    await expect(decode(Buffer.alloc(0))).rejects.toMatchObject(refused)
  })

  test('text by the name of a picture', async () => {
    await expect(decode(Buffer.from('这不是照片\n'.repeat(100)))).rejects.toMatchObject(refused)
  })

  test('an SVG', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="9" height="9"/></svg>'
    await expect(decode(Buffer.from(svg))).rejects.toMatchObject(refused)
  })

  test.each(['jpeg', 'png', 'webp'] as const)('a %s that ends too soon', async (format) => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 }
    const whole = await sharp({ create: { width: 400, height: 300, channels: 3, background: RED, noise } })
      .toFormat(format)
      .toBuffer()
    await expect(decode(whole)).resolves.toMatchObject({ width: 400, height: 300 })
    await expect(decode(whole.subarray(0, whole.length / 2))).rejects.toMatchObject(refused)
  })

  test('20,000 × 20,000 pixels in a few kilobytes', async () => {
    const bomb = blackPng(20_000, 20_000)
    expect(bomb.length).toBeLessThan(100_000)
    await expect(decode(bomb)).rejects.toMatchObject(refused)
  })
})

/** One bit a pixel, all of them 0. */
function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}
