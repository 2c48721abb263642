import type { Random } from '../random'

/** How a card breaks its number up: lengths of the groups. */
export type Grouping = readonly number[]

/** The first digits of made-up issuers: 62 is UnionPay's, 4 and 5 other schemes'. */
const PREFIXES = ['62', '62', '62', '4', '5']

/** Right by Luhn's rule (ISO/IEC 7812-1, annex B), and nobody's. */
export function inventBankNumber(random: Random, length: number): string {
  const prefix = length === 16 ? random.pick(PREFIXES) : '62'
  const digits = Array.from({ length: length - 1 - prefix.length }, () => random.integer(0, 9)).join('')
  return prefix + digits + luhnDigit(prefix + digits)
}

/** The digit that makes the number before it right. */
export function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = index % 2 === 0 ? 2 * Number(digit) : Number(digit)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

export function groupsOf(number: string, grouping: Grouping): string[] {
  let start = 0
  return grouping.map((length) => number.slice(start, (start += length)))
}
