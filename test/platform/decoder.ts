import type { Sharp } from 'sharp'
import sharp from 'sharp'
import { isHeic, unwrapHeic } from './heic'
import type { Quirks } from './quirks'

/** What Android and iOS both open, beside HEIC. */
const FORMATS = ['jpeg', 'png', 'gif', 'webp']

/** WeChat's names for EXIF's 1 to 8. */
const ORIENTATIONS = ['up', 'up-mirrored', 'down', 'down-mirrored', 'left-mirrored', 'right', 'right-mirrored', 'left']

export interface PictureInfo {
  /** Pixels as stored, before any rotation that `orientation` asks for. */
  width: number
  height: number
  orientation: string
  /** `jpeg`, `png`, `gif`, `webp`, or `unknown` for a HEIC. */
  type: string
  /** EXIF's number. */
  exifOrientation: number
}

/** @throws when the phone cannot open the picture */
export async function inspect(file: Buffer, quirks: Quirks): Promise<PictureInfo> {
  const { format, width, height, orientation = 1 } = await open(file, quirks).metadata()
  if (!FORMATS.includes(format)) throw new Error('unsupported image format')
  const exifOrientation = format === 'jpeg' ? orientation : 1
  return {
    width,
    height,
    orientation: ORIENTATIONS[exifOrientation - 1] ?? 'up',
    type: isHeic(file) ? 'unknown' : format,
    exifOrientation,
  }
}

/** The picture as stored. What is wrong with it shows when it is read. */
export function open(file: Buffer, quirks: Quirks = { decodesHeic: true }): Sharp {
  if (!isHeic(file)) return sharp(file)
  if (!quirks.decodesHeic) throw new Error('unsupported image format')
  return sharp(unwrapHeic(file))
}

/** A phone's JPEG: colour at half the size at any quality, as libjpeg-turbo and ImageIO have it. */
export function toJpeg(picture: Sharp, quality: number): Promise<Buffer> {
  return picture
    .jpeg({ quality: Math.min(100, Math.max(1, Math.round(quality))), chromaSubsampling: '4:2:0' })
    .toBuffer()
}
