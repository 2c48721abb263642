import type { Art } from '../art'

/** Portrait on the right, the number below. */
export const FRONT: Art = [
  [14, 20, 46, 6, 3],
  [14, 42, 90, 6, 3],
  [14, 64, 72, 6, 3],
  [14, 97, 134, 8, 4, 'ink'],
  [139, 16, 24, 24, 12, 'ink'],
  [130, 44, 42, 30, '20px 20px 6px 6', 'ink'],
]

/** The emblem at the upper left, issuer and validity below. */
export const BACK: Art = [
  [16, 14, 36, 36, 18, 'ring'],
  [27, 25, 14, 14, 7, 'ink'],
  [70, 18, 92, 7, 3],
  [82, 34, 68, 9, 4],
  [38, 78, 98, 6, 3],
  [38, 97, 110, 8, 4, 'ink'],
]
