import sharp from 'sharp'
import { ApiError } from '../../api-error'

/** A decoded picture: 8-bit red, green, blue, interleaved, row by row. */
export interface Picture {
  rgb: Uint8Array
  width: number
  height: number
}

/** A part of a picture, in whole pixels. */
export interface Region {
  left: number
  top: number
  width: number
  height: number
}

// libvips would keep decoded pictures in memory for a while, in case somebody asks for the same again.
sharp.cache(false)

const FORMATS = ['jpeg', 'png', 'webp', 'gif']
const MAX_PIXELS = 50_000_000
/** More pixels bring noise and time, not legibility, to a card that fills the picture. */
const MAX_SIDE = 1600

export interface Decoding {
  /** In pixels. */
  maxSide?: number
  /** Shrinks it in two thirds of the time, and small print is less clear. */
  isQuick?: boolean
}

/**
 * @param image the bytes of a JPEG, PNG, WebP or GIF file
 * @returns the picture the right way up by its EXIF orientation, shrunk to this
 * @throws ApiError 101002 when it is not such a file, is cut off, or has more than 50 million pixels
 */
export async function decode(image: Uint8Array, { maxSide = MAX_SIDE, isQuick }: Decoding = {}): Promise<Picture> {
  const kernel = isQuick ? 'linear' : 'lanczos3'
  try {
    const source = sharp(image, { failOn: 'truncated', limitInputPixels: MAX_PIXELS })
    const { format } = await source.metadata()
    if (!FORMATS.includes(format)) throw new Error('not a picture format that is accepted')
    return await toPicture(
      source
        .autoOrient()
        .resize(maxSide, maxSide, { kernel, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: 'white' }),
    )
  } catch {
    throw new ApiError(101002, 'send a whole JPEG, PNG, WebP or GIF of at most 50 million pixels')
  }
}

/**
 * Coloured ink, as of stamps, fades into the paper, and black ink stays: each pixel is as light as its lightest colour.
 */
export function withoutColour({ rgb, width, height }: Picture): Picture {
  const light = new Uint8Array(rgb.length)
  for (let index = 0; index < rgb.length; index += 3) {
    const lightest = Math.max(rgb[index] ?? 0, rgb[index + 1] ?? 0, rgb[index + 2] ?? 0)
    light[index] = light[index + 1] = light[index + 2] = lightest
  }
  return { rgb: light, width, height }
}

/** In pixels: with 0.5 or 1.2, small print in grainy photos was read worse. */
const GRAIN = 0.8

/** Blurred by as much as hides the grain and leaves the strokes of small print. */
export function smoothed(picture: Picture): Promise<Picture> {
  return toPicture(open(picture).blur(GRAIN))
}

/** A part of the picture, stretched to exactly this size; sharp enough to find text, not to read it. */
export function resize(picture: Picture, region: Region, width: number, height: number): Promise<Picture> {
  return toPicture(open(picture).extract(region).resize(width, height, { fit: 'fill', kernel: 'linear' }))
}

/** Clockwise. */
export function turn(picture: Picture, degrees: 90 | 180): Promise<Picture> {
  return toPicture(open(picture).rotate(degrees))
}

function open({ rgb, width, height }: Picture) {
  return sharp(rgb, { raw: { width, height, channels: 3 } })
}

async function toPicture(image: sharp.Sharp): Promise<Picture> {
  const { data, info } = await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return { rgb: data, width: info.width, height: info.height }
}
