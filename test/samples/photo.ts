import sharp from 'sharp'
import { CARD, type Size } from './card/layouts'
import type { Quad } from './photo/homography'
import { layCard } from './photo/lay-card'
import { glareSvg, paintLight } from './photo/light'
import { poseCard, type Rotation } from './photo/pose'
import { expose } from './photo/sensor'
import type { Picture } from './photo/picture'
import { paintSurface } from './photo/surface'
import { seededRandom, type Random } from './random'

export interface PhotoOptions {
  /** The same seed and scan make the same photo. */
  seed: number
  /** Of the card on the scan, in millimetres; an identity card's by default. */
  size?: Size
  /** In degrees, 8 by default: how far the card lies off one of the four directions at most. */
  tilt?: number
  /** How far the card is turned clockwise, besides the tilt; by default any of the four. */
  rotation?: Rotation
  /** Where the card's corners are in the photo, from its top left one clockwise; by default somewhere, at a slant. */
  corners?: Quad
  /** Worse than usual: slanted, dim, noisy, out of focus, with a lamp's reflection. */
  hard?: boolean
  /** In pixels; 3000 × 4000 by default. */
  width?: number
  height?: number
  /** JPEG's, 1 to 100. */
  quality?: number
}

const ROTATIONS: readonly Rotation[] = [0, 90, 180, 270]

/** From a clean scan of a card to what a phone takes of it: a JPEG, above 2 MB at the default settings. */
export async function takePhoto(scan: Buffer, options: PhotoOptions): Promise<Buffer> {
  const { seed, hard = false, width = 3000, height = 4000, quality = 94, size = CARD } = options
  const randomFor = (purpose: string) => seededRandom(seed, purpose)
  const rotation = options.rotation ?? randomFor('rotation').pick(ROTATIONS)
  const corners = options.corners ?? poseCard(randomFor('pose'), { width, height }, rotation, hard, size, options.tilt)

  const scene = await paintSurface(randomFor('surface'), width, height, corners)
  await layCard(scene, scan, corners, size)
  const seen = await throughLens(scene, randomFor('lens'), corners, hard)
  const light = await paintLight(randomFor('light'), width, height, hard)
  expose(seen, light, randomFor('sensor'), hard)
  return sharp(seen.data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .toBuffer()
}

async function throughLens(scene: Picture, random: Random, corners: Quad, hard: boolean): Promise<Picture> {
  const { width, height } = scene
  const blur = random.between(0.5, 1.1) * (hard ? 2 : 1) * (width / 2000)
  const glare = hard ? [{ input: Buffer.from(glareSvg(random, width, height, corners)) }] : []
  const data = await sharp(scene.data, { raw: { width, height, channels: 3 } })
    .composite(glare)
    .removeAlpha()
    .blur(Math.max(0.3, blur))
    .raw()
    .toBuffer()
  return { data, width, height }
}
