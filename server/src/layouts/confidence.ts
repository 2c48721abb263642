import type { Value } from './value'

/**
 * What the recogniser's own probability has come to mean, on drawn specimens of the tuned families: of readings with the first
 * number, the second was the share that was right. Between them it is a line.
 */
const MEANING = {
  /** Passed a checksum, which one wrong reading in ten does. */
  checked: [
    [0, 0.3],
    [0.5, 0.9],
    [0.8, 0.995],
    [1, 1],
  ],
  /** Any of thousands of characters, some of them rare, and nothing to check them by. */
  name: [
    [0, 0.1],
    [0.5, 0.3],
    [0.6, 0.5],
    [0.8, 0.75],
    [0.95, 0.85],
    [0.99, 0.97],
    [1, 0.995],
  ],
  /** Letters and digits in no order that a language knows: of plates, models and engines. */
  code: [
    [0, 0.05],
    [0.5, 0.6],
    [0.7, 0.75],
    [0.8, 0.88],
    [0.86, 0.95],
    [0.9, 0.985],
    [0.95, 0.996],
    [1, 0.999],
  ],
  text: [
    [0, 0.1],
    [0.4, 0.4],
    [0.6, 0.75],
    [0.7, 0.86],
    [0.8, 0.965],
    [0.9, 0.993],
    [1, 0.999],
  ],
} as const

export type Kind = keyof typeof MEANING

/** What was printed has another form than such a field has, or fails its checksum: mostly, it was misread. */
const OUT_OF_FORM = 0.1

/** How likely the value is right, 0 to 1. */
export function confidenceOf({ text, score, kind = 'text', isChecked = true }: Value): number {
  if (text === '') return 0
  return isChecked ? meaningOf(score, MEANING[kind]) : OUT_OF_FORM * meaningOf(score, MEANING.text)
}

function meaningOf(score: number, points: readonly (readonly [number, number])[]): number {
  const above = points.findIndex(([from]) => from >= score)
  const [toScore, toShare] = points[above] ?? [1, 1]
  const [fromScore, fromShare] = points[above - 1] ?? [0, toShare]
  const part = toScore === fromScore ? 1 : (score - fromScore) / (toScore - fromScore)
  return Math.round((fromShare + part * (toShare - fromShare)) * 1000) / 1000
}
