import type { Reading } from './check'
import { doubt } from './check'

/** `20180706`, `2018-07-06`, `2018.7.6`, `2018年7月6日` as an ISO date; null unless the calendar has that day. */
export function isoDate(text: string): string | null {
  const padded = text.replace(/\s/g, '').replace(/\D(?=\d(\D|$))/g, '$&0')
  const [, ...parts] = /^(\d{4})\D?(\d\d)\D?(\d\d)日?$/.exec(padded) || []
  const iso = parts.join('-')
  return new Date(iso).getUTCDate() === Number(parts[2]) ? iso : null
}

/** A field as an ISO date; doubted if it is printed and not in the calendar. */
export function dateIn<Field extends string>(card: Reading<Field>, field: NoInfer<Field>): string | null {
  const date = isoDate(card.fields[field])
  if (card.fields[field] && !date) doubt(card, field, 'date')
  return date
}

/** The calendar day in China, where the cards are issued and expire. */
export function dayInChina(now = new Date()): string {
  const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000
  return new Date(Number(now) + CHINA_OFFSET_MS).toISOString().slice(0, 10)
}
