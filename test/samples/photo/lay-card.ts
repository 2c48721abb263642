import sharp from 'sharp'
import type { Size } from '../card/layouts'
import { homography, type Homography, type Quad } from './homography'
import type { Picture } from './picture'

// Taken once, since a test runner looks a global name up slowly, and a photo has twelve million pixels.
const { abs, ceil, floor, max, min, sqrt } = Math

/** Paints the scan into the picture, seen in perspective: its corners at `corners`, and rounded as a card's are. */
export async function layCard(picture: Picture, scan: Buffer, corners: Quad, size: Size): Promise<void> {
  const card = await readScan(scan, distance(corners[0], corners[1]))
  const toCard = homography(corners, [
    { x: 0, y: 0 },
    { x: card.width - 1, y: 0 },
    { x: card.width - 1, y: card.height - 1 },
    { x: 0, y: card.height - 1 },
  ])
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const [left, right] = [max(0, floor(min(...xs))), min(picture.width, ceil(max(...xs)))]
  const [top, bottom] = [max(0, floor(min(...ys))), min(picture.height, ceil(max(...ys)))]
  const radius = (size.cornerRadius / size.width) * card.width
  for (let y = top; y < bottom; y++) paintRow(picture, card, radius, toCard, y, left, right)
}

/** The scan at the size it will have, so that one sample for each pixel of the picture is enough. */
async function readScan(scan: Buffer, width: number): Promise<Picture> {
  const { data, info } = await sharp(scan)
    .resize({ width: Math.round(width) })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function paintRow(
  picture: Picture,
  card: Picture,
  radius: number,
  toCard: Homography,
  y: number,
  left: number,
  right: number,
): void {
  const [a, b, c, d, e, f, g, h] = toCard
  for (let x = left; x < right; x++) {
    const scale = 1 / (g * x + h * y + 1)
    const u = (a * x + b * y + c) * scale
    const v = (d * x + e * y + f) * scale
    const cover = coverage(card, radius, u, v)
    if (cover > 0) paintPixel(picture, 3 * (y * picture.width + x), card, u, v, cover)
  }
}

/** How much of a pixel the card covers: 0 outside, 1 inside, in between along its rounded edge. */
function coverage({ width, height }: Picture, radius: number, u: number, v: number): number {
  const outX = abs(u - (width - 1) / 2) - (width - 1) / 2 + radius
  const outY = abs(v - (height - 1) / 2) - (height - 1) / 2 + radius
  const outside = outX > 0 && outY > 0 ? sqrt(outX * outX + outY * outY) : max(outX, outY)
  return min(1, max(0, radius - outside))
}

/** Bilinear. Inside the rounded edge a pixel always has its right and lower neighbours, or their row's end. */
function paintPixel(picture: Picture, target: number, card: Picture, u: number, v: number, cover: number): void {
  const column = floor(u)
  const row = floor(v)
  const [right, down] = [u - column, v - row]
  const source = 3 * (row * card.width + column)
  const below = source + 3 * card.width
  for (let channel = 0; channel < 3; channel++) {
    const upper = mix(card.data[source + channel], card.data[source + channel + 3], right)
    const lower = mix(card.data[below + channel], card.data[below + channel + 3], right)
    picture.data[target + channel] = mix(picture.data[target + channel], mix(upper, lower, down), cover)
  }
}

function mix(from = 0, to = 0, share: number): number {
  return from + share * (to - from)
}

function distance(from: { x: number; y: number }, to: { x: number; y: number }): number {
  return Math.hypot(to.x - from.x, to.y - from.y)
}
