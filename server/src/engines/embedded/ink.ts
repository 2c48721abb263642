import { STRIP_HEIGHT, type Strip } from './crop'

/** How much ink each pixel of a strip has, from 0, paper, to 1. */
export interface Ink {
  values: Float32Array
  width: number
}

const LEVELS = 255
/** Of a strip's pixels, how many are darker than its paper and than most of its ink. */
const PAPER = 0.75
const DARK = 0.03
/** Between the two, in grey levels: what has less is paper alone. */
const LEAST_CONTRAST = 20

export function inkOf({ bgr, width }: Strip): Ink {
  const pixels = STRIP_HEIGHT * width
  // The middle plane, green, is nearest to how light a colour looks.
  const greens = bgr.subarray(pixels, 2 * pixels)
  const { paper, contrast } = levelsOf(greens)
  const inkAt = Float32Array.from({ length: LEVELS + 1 }, (_, level) => share((paper - level) / contrast))
  const values = new Float32Array(pixels)
  for (let pixel = 0; pixel < pixels; pixel++) values[pixel] = inkAt[greens[pixel] ?? LEVELS] ?? 0
  return { values, width }
}

function levelsOf(lightness: Uint8Array): { paper: number; dark: number; contrast: number } {
  const counts = new Uint32Array(LEVELS + 1)
  for (const level of lightness) counts[level] = (counts[level] ?? 0) + 1
  const [paper, dark] = [quantile(counts, PAPER * lightness.length), quantile(counts, DARK * lightness.length)]
  return { paper, dark, contrast: Math.max(LEAST_CONTRAST, paper - dark) }
}

function quantile(counts: Uint32Array, wanted: number): number {
  let below = 0
  return counts.findIndex((count) => (below += count) > wanted)
}

const share = (value: number) => Math.min(1, Math.max(0, value))

/** @param slant how far the text leans to the right, as a part of its height */
export function straighten({ values, width }: Ink, slant: number): Ink {
  if (slant === 0) return { values, width }
  const upright = new Float32Array(values.length)
  for (let row = 0; row < STRIP_HEIGHT; row++) {
    const lean = slant * (STRIP_HEIGHT / 2 - row - 0.5)
    const [whole, part] = [Math.floor(lean), lean - Math.floor(lean)]
    for (let column = Math.max(0, -whole); column < width - Math.max(0, whole + 1); column++) {
      const from = row * width + column + whole
      upright[row * width + column] = (values[from] ?? 0) * (1 - part) + (values[from + 1] ?? 0) * part
    }
  }
  return { values: upright, width }
}

/** At the strip's upper and lower end are the neighbouring lines. */
const EDGE = 4

/** How much ink each column has, as if text that leans so far stood upright. */
export function columnsOf({ values, width }: Ink, slant = 0): Float32Array {
  const columns = new Float32Array(width)
  for (let row = EDGE; row < STRIP_HEIGHT - EDGE; row++) {
    const lean = Math.round(slant * (STRIP_HEIGHT / 2 - row - 0.5))
    for (let column = Math.max(0, lean); column < Math.min(width, width + lean); column++) {
      columns[column - lean] = (columns[column - lean] ?? 0) + (values[row * width + column] ?? 0)
    }
  }
  return columns
}

/** Of the way from the darkest ink to the paper: what is lighter than this is left out. */
const BLACK = 0.55

/** Only what is as black as the print: stamps, and what else is lighter, become paper. */
export function blackest({ bgr, width, slant }: Strip): Strip {
  const pixels = STRIP_HEIGHT * width
  const lightness = new Uint8Array(pixels)
  for (let pixel = 0; pixel < pixels; pixel++) {
    lightness[pixel] = Math.max(bgr[pixel] ?? 0, bgr[pixels + pixel] ?? 0, bgr[2 * pixels + pixel] ?? 0)
  }
  const { dark, contrast } = levelsOf(lightness)
  const plane = lightness.map((level) => LEVELS * share((level - dark) / (BLACK * contrast)))
  const black = new Uint8Array(3 * pixels)
  for (let colour = 0; colour < 3; colour++) black.set(plane, colour * pixels)
  return { bgr: black, width, slant }
}
