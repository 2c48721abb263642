import { isoDate } from './date'

/** The validity of an identity card: ISO dates; `to` is null for 长期, or when it cannot be read. */
export interface Validity {
  from: string | null
  to: string | null
  longTerm: boolean
}

const LONG_TERM = /^(长期|0{8})$/
const SEPARATOR = /[-—–~至]/

/** `20070105-20270105`, `2007.01.05-2027.01.05`, `20070105-长期`, `20070105-00000000`. */
export function parseValidity(text: string): Validity {
  const [from = '', to = ''] = text.replace(/[.\s年月日/]/g, '').split(SEPARATOR)
  const longTerm = LONG_TERM.test(to)
  return { from: isoDate(from), to: longTerm ? null : isoDate(to), longTerm }
}

/** The law knows terms of 5, 10 and 20 years; the years must differ by one of them, on the same or a neighbouring day. */
export function isLegalTerm({ from, to }: Validity): boolean {
  if (!from || !to) return false
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  const DAY_MS = 24 * 60 * 60 * 1000
  const sameDayThen = Date.parse(`${to.slice(0, 4)}${from.slice(4)}`)
  return [5, 10, 20].includes(years) && Math.abs(Date.parse(to) - sameDayThen) <= DAY_MS
}
