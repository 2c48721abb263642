import type { Art } from '../art'

/** The bank, the chip, the number in groups. */
export const CARD: Art = [
  [16, 14, 72, 8, 4],
  [16, 38, 30, 22, 5, 'ring'],
  [16, 72, 34, 9, 4, 'ink'],
  [58, 72, 34, 9, 4, 'ink'],
  [100, 72, 34, 9, 4, 'ink'],
  [142, 72, 34, 9, 4, 'ink'],
]
