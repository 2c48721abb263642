import type { NumberRule } from './number'

const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
/** The value of each letter, A to Z; I, O and Q have none. */
const LETTERS = '12345678 12345 7 923456789'

/** ISO 3779 / GB 16735: 17 characters, I, O and Q not among them; the ninth checks the others. */
export const VIN: NumberRule = {
  form: /^[A-HJ-NPR-Z\d]{17}$/,
  isChecked(text) {
    const valueOf = (character: string) =>
      Number(/\d/.test(character) ? character : LETTERS[character.charCodeAt(0) - 65])
    const sum = [...text].reduce(
      (total, character, index) => total + (WEIGHTS[index] || 0) * (valueOf(character) || 0),
      0,
    )
    return text[8] === '0123456789X'[sum % 11]
  },
}
