import { SUREST } from './mistakes'
import type { Glyph } from './rows'
import { within } from './value'

/** Of a date's digits: the year, the month, the day. */
export const LENGTH = 8

/** The digits of a date, each one that a calendar has at its place, if that is among its candidates. */
export function asInCalendar(digits: Glyph[]): Glyph[] {
  return digits.reduce<Glyph[]>((before, glyph, index) => [...before, asDigit(glyph, index, before)], [])
}

function asDigit(glyph: Glyph, index: number, before: Glyph[]): Glyph {
  const possible = possibleAt(index, before[index - 1]?.text)
  return within(glyph, (character) => possible.includes(character)) ?? asZero(glyph, possible) ?? glyph
}

/** An 8 where none can be is a zero with a stroke through it, or one that is blurred. */
function asZero(glyph: Glyph, possible: string): Glyph | undefined {
  return glyph.text === '8' && possible.includes('0')
    ? { ...glyph, text: '0', score: Math.min(SUREST, glyph.score) }
    : undefined
}

/** From 1950 to 2049. */
function possibleAt(index: number, before = ''): string {
  const isMonth = index < 6
  switch (index) {
    case 0:
      return '12'
    case 1:
      return '09'
    case 2:
      return before === '0' ? '01234' : '56789'
    case 4:
      return '01'
    case 6:
      return '0123'
    case 5:
    case 7:
      if (before === '0') return '123456789'
      return before === '1' && isMonth ? '012' : before === '3' ? '01' : '0123456789'
    default:
      return '0123456789'
  }
}
