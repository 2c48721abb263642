import type { Doubt } from './check'
import { dayInChina, isoDate } from './date'

/** How long a card is valid: ISO dates, null where they cannot be read; `to` is null for 长期, too. */
export interface Validity {
  from: string | null
  to: string | null
  longTerm: boolean
  /** Null when the end is not known. */
  expired: boolean | null
}

export function validity(from: string, to: string, now: Date): Validity {
  const longTerm = /长期|^0{8}$/.test(to)
  const end = longTerm ? null : isoDate(to)
  return { from: isoDate(from), to: end, longTerm, expired: end ? end < dayInChina(now) : longTerm ? false : null }
}

/** `20070105-20270105`, `2007.01.05-2027.01.05`, `2007年1月5日至2027年1月5日`, `…-长期`, `…-00000000`. */
export function parseValidity(text: string, now: Date): Validity {
  const [, from = '', to = text] = /^(.*?\d日?)\s*[-—–~～－−至]\s*(长期|\d{4}.*)$/.exec(text) || []
  return validity(from, to, now)
}

/**
 * What is odd about a validity.
 * @param terms the years that the law knows for this card, beside 长期; none where any will do
 */
export function checkValidity<Field extends string>(
  field: Field,
  { from, to, longTerm, expired }: Validity,
  doubt: Doubt<Field>,
  terms: number[] = [],
): void {
  if (!from || !(to || longTerm)) return doubt(field, 'format')
  if (!to) return
  if (to <= from) doubt(field, 'order', 'error')
  else if (expired) doubt(field, 'expired')
  else if (terms.length && !terms.includes(yearsBetween(from, to))) doubt(field, 'term')
}

/** Leap years, and cards that end on the day before, make it a day more or less. */
function yearsBetween(from: string, to: string): number {
  const days = (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000)
  const years = Math.round(days / 365.25)
  return Math.abs(days - years * 365.25) < 3 ? years : NaN
}
