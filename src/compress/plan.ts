import type { Size } from '../wx/canvas'

/** What the next encoding is asked for. */
export interface Plan {
  /** Of the picture's own sides; never above 1. */
  scale: number
  /** JPEG's, 0 to 100. */
  quality: number
}

const QUALITY = 80
/** Below this, blocks as large as the strokes of small print appear. */
const MIN_QUALITY = 40
/** No recogniser reads more from more pixels: the embedded one looks at 1600 on the long side. */
const MAX_PIXELS = 4_000_000
/** Where a viewfinder has the card fill the picture: this many show it as large as those do. */
export const FRAMED_PIXELS = 1_050_000
/** Bytes a pixel of a photo at QUALITY, when the original doesn't tell. */
const BYTES_PER_PIXEL = 0.3
/** What a phone's own JPEG shrinks to at QUALITY; it saves at 90 to 97. */
const REENCODED = 0.6
/** How much of the limit to aim for: the first guess is rough, a correction is not. */
const FIRST_AIM = 0.75
const NEXT_AIM = 0.88

/** ISO/IEC 7810 ID-1, width to height. */
const CARD_RATIO = 85.6 / 54
/**
 * The widest that a card can be in the picture must keep this many pixels. The 18 digits of the number take 54 % of
 * the card, a digit wants 20 pixels to be told from its neighbours, and a card fills 60 % of a photo: 18 * 20 / 0.54 / 0.6.
 */
const LEGIBLE = 1111

/** The smallest scale at which text is still readable; 1 for a picture that is small already. */
export function legibleScale({ width, height }: Size): number {
  const across = Math.min(width, height * CARD_RATIO)
  const upright = Math.min(height, width * CARD_RATIO)
  return Math.min(1, LEGIBLE / Math.max(across, upright))
}

/** @param bytes of the original, where it is a JPEG: its own density tells how it will compress. */
export function firstPlan(picture: Size, bytes: number | undefined, maxSize: number, maxPixels = MAX_PIXELS): Plan {
  const pixels = picture.width * picture.height
  const density = bytes === undefined ? BYTES_PER_PIXEL : (bytes / pixels) * REENCODED
  const fitting = Math.sqrt((maxSize * FIRST_AIM) / density / pixels)
  const enough = Math.sqrt(maxPixels / pixels)
  return { scale: Math.min(1, Math.max(legibleScale(picture), Math.min(fitting, enough))), quality: QUALITY }
}

/**
 * The next plan, from the size that came of the last; undefined when nothing is left to give up. Bytes go with the square of
 * the scale and, roughly, with the quality: first pixels go, down to the floor, then quality.
 */
export function nextPlan(last: Plan, size: number, maxSize: number, minScale: number): Plan | undefined {
  const ratio = (maxSize * NEXT_AIM) / size
  const scale = Math.max(minScale, last.scale * Math.sqrt(ratio))
  const gained = (scale / last.scale) ** 2
  const quality = Math.max(MIN_QUALITY, Math.min(last.quality, Math.floor((last.quality * ratio) / gained)))
  return scale === last.scale && quality === last.quality ? undefined : { scale: Math.min(scale, last.scale), quality }
}
