import { SHAPE_HEIGHT, SHAPE_WIDTH, type Shape } from './line'

/** A shape's ink as a vector of length one around nought, so that the product of two is how alike they are. */
export interface Pattern {
  ink: Float32Array
  proportion: number
}

export function toPattern({ ink, proportion }: Shape): Pattern {
  return { ink: normalised(ink), proportion }
}

/** What several pictures of one character have in common. */
export function meanOf(patterns: Pattern[]): Pattern {
  const sum = new Float32Array(SHAPE_WIDTH * SHAPE_HEIGHT)
  for (const { ink } of patterns) ink.forEach((value, pixel) => (sum[pixel] = (sum[pixel] ?? 0) + value))
  return {
    ink: normalised(sum),
    proportion: patterns.reduce((all, { proportion }) => all + proportion, 0) / patterns.length,
  }
}

function normalised(ink: Uint8Array | Float32Array): Float32Array {
  let [sum, squares] = [0, 0]
  for (const value of ink) {
    sum += value
    squares += value * value
  }
  const mean = sum / ink.length
  const length = Math.sqrt(squares - sum * mean) || 1
  return Float32Array.from(ink, (value) => (value - mean) / length)
}

/** The same without looking for where they fit best. */
export function alikeAsCut(a: Pattern, b: Pattern): number {
  return product(a.ink, b.ink, 0, 0)
}

/** How alike two shapes are, from -1 to 1, where they fit best: a cut may be a pixel off. */
export function likeness(a: Pattern, b: Pattern): number {
  let best = -1
  for (let down = -1; down <= 1; down++) {
    for (let right = -1; right <= 1; right++) best = Math.max(best, product(a.ink, b.ink, right, down))
  }
  return best
}

function product(a: Float32Array, b: Float32Array, right: number, down: number): number {
  const [width, height] = [SHAPE_WIDTH, SHAPE_HEIGHT]
  const [first, end] = [Math.max(0, right), Math.min(width, width + right)]
  let sum = 0
  for (let row = Math.max(0, down); row < Math.min(height, height + down); row++) {
    const [at, from] = [row * width, (row - down) * width - right]
    for (let column = first; column < end; column++) {
      sum += (a[at + column] ?? 0) * (b[from + column] ?? 0)
    }
  }
  return sum
}
