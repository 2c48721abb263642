import sharp from 'sharp'
import type { Random } from '../random'
import type { Quad } from './homography'
import type { Picture } from './picture'
import { cloth, stone, wood } from './textures'

/** What the card lies on: a made-up texture, with the card's own soft shadow on it. Painted at half the size. */
export async function paintSurface(random: Random, width: number, height: number, card: Quad): Promise<Picture> {
  const [halfWidth, halfHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)]
  const texture = await random.pick([wood, cloth, stone])(random, halfWidth, halfHeight)
  const shaded = await sharp(texture.data, { raw: { width: halfWidth, height: halfHeight, channels: 3 } })
    .composite([{ input: await cardShadow(random, halfWidth, halfHeight, card) }])
    .removeAlpha()
    .raw()
    .toBuffer()
  const data = await sharp(shaded, { raw: { width: halfWidth, height: halfHeight, channels: 3 } })
    .resize(width, height, { kernel: 'cubic', fit: 'fill' })
    .raw()
    .toBuffer()
  return { data, width, height }
}

function cardShadow(random: Random, width: number, height: number, card: Quad): Promise<Buffer> {
  const spread = width / 100
  const [right, down] = [random.between(-spread, spread), random.between(0, spread)]
  const points = card.map(({ x, y }) => `${x / 2 + right},${y / 2 + down}`).join(' ')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <polygon points="${points}" opacity="0.55"/></svg>`
  return sharp(Buffer.from(svg))
    .blur(Math.max(0.3, spread / 2))
    .png()
    .toBuffer()
}
