import type { Reading } from './check'
import { doubt } from './check'
import { dayInChina, isoDate } from './date'

/** How long a card is valid: ISO dates, null where they cannot be read; `to` is null for 长期, too. */
export interface Validity {
  from: string | null
  to: string | null
  longTerm: boolean
  /** Null when the end is not known. */
  expired: boolean | null
}

/** `20070105-20270105`, `2007.01.05-2027.01.05`, `2007年1月5日至2027年1月5日`, `…-长期`, `…-00000000`. */
export function endsOf(text: string): [from: string, to: string] {
  const [, from = '', to = text] = /^(.*?\d日?)\s*[-—–~～－−至]\s*(长期|\d{4}.*)$/.exec(text) || []
  return [from, to]
}

/**
 * How long a card is valid. Doubts what is odd about it; a term in words alone is doubted where the law knows the terms.
 * @param terms the years that the law knows for this card, beside 长期; none where any will do
 */
export function readValidity<Field extends string>(
  card: Reading<Field>,
  field: NoInfer<Field>,
  [begin, end]: [from: string, to: string],
  now?: Date,
  terms?: number[],
): Validity {
  const longTerm = /长期|^0{8}$/.test(end)
  const from = isoDate(begin)
  const to = isoDate(end)
  const expired = to ? to < dayInChina(now) : longTerm ? false : null

  if (!from || !(to || longTerm)) {
    if (end && (terms || /\d/.test(begin + end))) doubt(card, field, 'format')
  } else if (to) {
    const days = (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000)
    if (days <= 0) doubt(card, field, 'order', 'error')
    else if (expired) doubt(card, field, 'expired')
    // Leap years, and cards that end on the day before, make it a day more or less.
    else if (terms && !terms.some((years) => Math.abs(days - years * 365.25) < 3)) doubt(card, field, 'term')
  }
  return { from, to, longTerm, expired }
}
