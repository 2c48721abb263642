import { SHAPE_HEIGHT, SHAPE_WIDTH, type Character, type Shape } from '../../layouts/line'
import { STRIP_HEIGHT, type Strip } from './crop'
import { columnsOf, inkOf, straighten, type Ink } from './ink'

/** Characters, and the strip that they were read from. */
export interface ReadStrip {
  characters: Character[]
  strip: Strip
}

/** Not Chinese, nor a point or stroke: in a small print a digit may be read as any other sign. */
const SHAPED = /^[^\s\p{Script=Han}.,:;·'"()（）-]$/u

/** How far a licence's data may lean to the right, as a part of its height. */
const SLANTS = [0, 0.05, 0.1, 0.15, 0.2, 0.25]
/** So many of a page's lines tell how far it leans: those with the most letters and digits. */
const TELLING = 8

/** Adds to the letters and digits of a page what they look like. */
export function addShapes<Line extends ReadStrip>(lines: Line[]): Line[] {
  const inks = lines.map(({ characters, strip }) => (hasDigit(characters) ? inkOf(strip) : undefined))
  const telling = lines
    .map(({ characters, strip }, index) => ({ ink: inks[index], slant: strip.slant, count: shapedIn(characters) }))
    .sort((a, b) => b.count - a.count)
    .slice(0, TELLING)
  const slant = likeliestSlant(telling)
  return lines.map((line, index) => {
    const ink = inks[index]
    return ink ? { ...line, characters: withShapes(line.characters, straighten(ink, slant - line.strip.slant)) } : line
  })
}

function withShapes(characters: Character[], upright: Ink): Character[] {
  const columns = columnsOf(upright)
  const middles = characters.map(({ at }) => at * upright.width)
  return characters.map((character, index) => {
    const shape = SHAPED.test(character.text) ? cutShape(upright, columns, middles, index) : undefined
    return shape ? { ...character, shape } : character
  })
}

/** The small English of the labels has none; between letters alone, a zero is read as an O, a five as an S. */
function hasDigit(characters: Character[]): boolean {
  return characters.some(({ text }) => /^[\dOS]$/.test(text))
}

function shapedIn(characters: Character[]): number {
  return characters.filter(({ text }) => SHAPED.test(text)).length
}

/** Upright characters have the emptiest gaps between them, and the fullest columns. */
function likeliestSlant(lines: { ink: Ink | undefined; slant: number }[]): number {
  const contrasts = SLANTS.map((slant) =>
    lines.reduce((sum, line) => sum + (line.ink ? contrast(columnsOf(line.ink, slant - line.slant)) : 0), 0),
  )
  return SLANTS[contrasts.indexOf(Math.max(...contrasts))] ?? 0
}

function contrast(columns: Float32Array): number {
  return columns.reduce((sum, column) => sum + column * column, 0)
}

/** In pixels of the strip, at whose upper and lower end are the neighbouring lines. */
const EDGE = 3
const LEAST_HEIGHT = 10
const LEAST_WIDTH = 3
/** How far the middle of a character may be from where the recogniser saw it, as a part of the way to its neighbour. */
const UNSURE = 0.3
const LONGEST_WAY = 30
/** A pixel with this part of the darkest one's ink is the character's. */
const INKED = 0.5

function cutShape(ink: Ink, columns: Float32Array, middles: number[], place: number): Shape | undefined {
  const middle = middles[place] ?? 0
  const before = middle - Math.min(LONGEST_WAY, middle - (middles[place - 1] ?? -Infinity))
  const next = middle + Math.min(LONGEST_WAY, (middles[place + 1] ?? Infinity) - middle)
  const bounds = inkWithin(ink, emptiest(columns, before, middle), emptiest(columns, middle, next))
  if (!bounds || bounds.bottom - bounds.top < LEAST_HEIGHT) return undefined
  const [width, height] = [bounds.right - bounds.left, bounds.bottom - bounds.top]
  return { ink: stretch(ink, bounds), proportion: width / height }
}

/** Of the columns about half-way between two middles, the one with the least ink, the nearest of several. */
function emptiest(columns: Float32Array, from: number, to: number): number {
  const halfway = (from + to) / 2
  const reach = (to - from) * UNSURE
  const [first, last] = [Math.max(0, Math.round(halfway - reach)), Math.min(columns.length - 1, halfway + reach)]
  const cost = (column: number) => (columns[column] ?? 0) + 0.02 * Math.abs(column - halfway)
  let best = first
  for (let column = first + 1; column <= last; column++) if (cost(column) < cost(best)) best = column
  return best
}

interface Bounds {
  left: number
  top: number
  right: number
  bottom: number
}

function inkWithin({ values, width }: Ink, first: number, last: number): Bounds | undefined {
  if (last - first < LEAST_WIDTH) return undefined
  let darkest = 0
  for (let row = EDGE; row < STRIP_HEIGHT - EDGE; row++) {
    for (let x = first; x <= last; x++) darkest = Math.max(darkest, values[row * width + x] ?? 0)
  }
  const bounds = { left: Infinity, top: Infinity, right: -1, bottom: -1 }
  for (let row = EDGE; row < STRIP_HEIGHT - EDGE; row++) {
    for (let x = first; x <= last; x++) {
      if ((values[row * width + x] ?? 0) <= INKED * darkest) continue
      bounds.left = Math.min(bounds.left, x)
      bounds.right = Math.max(bounds.right, x + 1)
      bounds.top = Math.min(bounds.top, row)
      bounds.bottom = row + 1
    }
  }
  return bounds.right < 0 ? undefined : bounds
}

function stretch(ink: Ink, { left, top, right, bottom }: Bounds): Uint8Array {
  const shape = new Uint8Array(SHAPE_WIDTH * SHAPE_HEIGHT)
  for (let row = 0; row < SHAPE_HEIGHT; row++) {
    const y = top + ((row + 0.5) / SHAPE_HEIGHT) * (bottom - top) - 0.5
    for (let column = 0; column < SHAPE_WIDTH; column++) {
      const x = left + ((column + 0.5) / SHAPE_WIDTH) * (right - left) - 0.5
      shape[row * SHAPE_WIDTH + column] = Math.round(255 * inkAt(ink, x, y))
    }
  }
  return shape
}

/** Bilinear. */
function inkAt({ values, width }: Ink, x: number, y: number): number {
  const [left, top] = [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))]
  const [right, below] = [Math.min(width - 1, left + 1), Math.min(STRIP_HEIGHT - 1, top + 1)]
  const [fx, fy] = [Math.max(0, x - left), Math.max(0, y - top)]
  const [upper, lower] = [top * width, below * width]
  return (
    ((values[upper + left] ?? 0) * (1 - fx) + (values[upper + right] ?? 0) * fx) * (1 - fy) +
    ((values[lower + left] ?? 0) * (1 - fx) + (values[lower + right] ?? 0) * fx) * fy
  )
}
