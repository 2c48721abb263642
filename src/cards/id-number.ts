import { isoDate } from './date'

/** GB 11643-1999, 公民身份号码: 6 digits region, 8 birth, 3 sequence (odd for men), 1 check. */
const FORMAT = /^\d{17}[\dX]$/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

export type Sex = 'male' | 'female'

/** What a citizen identification number says of its owner. */
export interface IdNumberParts {
  /** ISO date, or null when the calendar has no such day. */
  birth: string | null
  sex: Sex
  /** Six digits, the administrative division where the number was given out. */
  region: string
}

/** Null unless the number is 17 digits and a digit or X. */
export function partsOfIdNumber(number: string): IdNumberParts | null {
  if (!FORMAT.test(number)) return null
  return {
    birth: isoDate(number.slice(6, 14)),
    sex: Number(number[16]) % 2 === 1 ? 'male' : 'female',
    region: number.slice(0, 6),
  }
}

/** Whether the 18th character is the check character of the other 17. */
export function hasValidChecksum(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return number[17] === CHECK_CHARACTERS[sum % 11]
}
