import type { NumberRule } from './number'
import { sum, valueOf } from './number'

const WEIGHTS = '8765432X098765432'
/** A character's value is the last digit of its place here: A 1, J 1, S 2. */
const valueIn = (character: string) => '0123456789 ABCDEFGH  JKLMN P R  STUVWXYZ'.indexOf(character) % 10

/** ISO 3779 / GB 16735: 17 characters, I, O and Q not among them; the ninth checks the others. */
export const VIN: NumberRule = [
  /^[A-HJ-NPR-Z\d]{17}$/,
  (text) => sum(text, (value, index) => value * valueOf(WEIGHTS[index]), valueIn) % 11 === valueOf(text[8]),
]
