import type { Sharp } from 'sharp'
import sharp from 'sharp'
import { seededRandom } from '../../samples/random'

const TILE = 512

/** Grey, or noise of that amplitude around it, with a dark bar in the top left corner that tells which way is up. */
export async function paint(width: number, height: number, noise = 0): Promise<Sharp> {
  const layers = [
    ...(noise ? [{ input: await noiseTile(noise), tile: true }] : []),
    { input: bar(width, height), left: 0, top: 0 },
  ]
  const picture = sharp({ create: { width, height, channels: 3, background: '#b0b8c0' } })
    .composite(layers)
    .removeAlpha()
  const raw = { width, height, channels: 3 as const }
  return sharp(await picture.raw().toBuffer(), { raw })
}

/** The picture as a camera with a sensor this noisy would have seen it, `width` pixels wide. */
export async function enlarge(picture: Buffer, width: number, noise: number): Promise<Sharp> {
  const { data, info } = await sharp(picture).resize(width).raw().toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: 3 as const }
  if (noise === 0) return sharp(data, { raw })
  const noisy = await sharp(data, { raw })
    .composite([{ input: await noiseTile(noise), tile: true, blend: 'soft-light' }])
    .removeAlpha()
    .raw()
    .toBuffer()
  return sharp(noisy, { raw })
}

/** From 5 to 45 % across and 5 to 20 % down: seen in none of the other seven orientations there. */
function bar(width: number, height: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <rect x="5%" y="5%" width="40%" height="15%" fill="#202830"/>
    </svg>`,
  )
}

async function noiseTile(amplitude: number): Promise<Buffer> {
  const random = seededRandom(amplitude, 'noise')
  const pixels = Buffer.alloc(3 * TILE * TILE)
  for (let index = 0; index < pixels.length; index++) {
    pixels[index] = Math.round(128 + amplitude * (random.next() - random.next()))
  }
  return sharp(pixels, { raw: { width: TILE, height: TILE, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer()
}
