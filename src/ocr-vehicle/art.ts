import type { Art } from '../art'

/** Main page: rows, and the square seal at the lower left. */
export const FRONT: Art = [
  [50, 12, 90, 8, 4, 'ink'],
  [14, 32, 162, 6, 3],
  [14, 48, 128, 6, 3],
  [14, 69, 36, 36, 3, 'ring'],
  [62, 72, 112, 6, 3],
  [62, 92, 84, 6, 3],
]

/** Second page: rows, and the bar code. */
export const BACK: Art = [
  [14, 18, 162, 6, 3],
  [14, 39, 128, 6, 3],
  [14, 60, 146, 6, 3],
  [28, 83, 10, 23, 0, 'ink'],
  [46, 83, 5, 23, 0, 'ink'],
  [59, 83, 16, 23, 0, 'ink'],
  [83, 83, 8, 23, 0, 'ink'],
  [99, 83, 14, 23, 0, 'ink'],
]
