import type { NumberRule } from './number'
import { sum, valueOf } from './number'

const WEIGHTS = '8765432X098765432'
/** A character's value is the last digit of its place here: A 1, J 1, S 2. */
const VALUES = '0123456789 ABCDEFGH  JKLMN P R  STUVWXYZ'

/** ISO 3779 / GB 16735: 17 characters, I, O and Q not among them; the ninth checks the others. */
export const VIN: NumberRule = [
  /^[A-HJ-NPR-Z\d]{17}$/,
  (text) =>
    sum(text, (character, index) => (VALUES.indexOf(character) % 10) * valueOf(WEIGHTS.charAt(index))) % 11 ===
    valueOf(text.charAt(8)),
]
