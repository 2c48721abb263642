import type { Pattern } from './alike'
import { SHAPE_WIDTH } from './line'

/** A part of a shape: its columns and rows, the last ones not included. */
type Area = [left: number, top: number, right: number, bottom: number]

/** Of a letter among the candidates where a digit was read: less is hardly likely, as much as half of what the digit has is even. */
const LIKELY = 0.1
const EVEN = 0.3

/** A letter that is read as a digit. */
interface LikeDigit {
  letter: string
  /** Where it has more ink than the digit, and where less. */
  more: Area[]
  less: Area[]
  /**
   * How much further than the page's own digits it leans at least: where the digit was read and the letter was hardly likely, likely, or even; and
   * where it was even and the page shows no such digit, how far it leans.
   */
  least: { hardly: number; likely: number; even: number; alone?: number }
}

/**
 * By digit: a D has corners where a 0 has none, and the S's spine runs otherwise than in a 5. Counted on 800 pictures
 * of drawn licences, of what the recogniser read as a digit and may be the letter: zeros that may hardly be a D leant by 0.55 at
 * most, the D's among them by 0.75 or more; where a D was likely, zeros by 0.12, D's by 0.49. Fives that may hardly be an S leant by 0.51
 * at most, those that are likely one by 0.2 (but for one in 23), and nine of ten S's by more; where both were even, fives by -0.03 and S's by 0.05.
 */
export const LETTERS: Record<string, LikeDigit[]> = {
  0: [
    {
      letter: 'D',
      more: [
        [0, 0, 4, 2],
        [0, 22, 4, 24],
      ],
      less: [],
      least: { hardly: 0.65, likely: 0.4, even: 0.4 },
    },
    {
      letter: 'Q',
      more: [[12, 21, 16, 24]],
      less: [[5, 10, 8, 16]],
      least: { hardly: 0.75, likely: 0.75, even: 0.75 },
    },
  ],
  5: [
    {
      letter: 'S',
      more: [[6, 12, 12, 14]],
      less: [
        [10, 10, 14, 12],
        [2, 0, 6, 2],
        [8, 8, 12, 10],
      ],
      least: { hardly: 0.52, likely: 0.2, even: 0.04, alone: 0.03 },
    },
  ],
}

/** Whether a picture leans so far to a letter with this score that it is one, beside the page's own picture of the digit, if it has any. */
export function isLetter(pattern: Pattern, score: number, own: Pattern | undefined, rival: LikeDigit): boolean {
  const { hardly, likely, even, alone = Infinity } = rival.least
  if (!own) return score >= EVEN && leanTo(pattern, rival) > alone
  const least = score < LIKELY ? hardly : score < EVEN ? likely : even
  return leanTo(pattern, rival) - leanTo(own, rival) > least
}

/** Whether a digit was read as this letter: it was as even, and leans no further than the page's own. */
export function isDigit(pattern: Pattern, score: number, own: Pattern, rival: LikeDigit): boolean {
  return score >= EVEN && leanTo(pattern, rival) <= leanTo(own, rival)
}

/** How far a picture leans to the letter: ink where that has more, less where it has less; in deviations of the picture's ink. */
function leanTo({ ink }: Pattern, { more, less }: LikeDigit): number {
  const total = sumOf(more.map((area) => inkIn(ink, area))) - sumOf(less.map((area) => inkIn(ink, area)))
  return (total / (more.length + less.length)) * Math.sqrt(ink.length)
}

function inkIn(ink: Float32Array, [left, top, right, bottom]: Area): number {
  let sum = 0
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) sum += ink[row * SHAPE_WIDTH + column] ?? 0
  }
  return sum / ((right - left) * (bottom - top))
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
