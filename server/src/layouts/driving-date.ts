import { SUREST } from './mistakes'
import type { Glyph } from './rows'
import { DIGITS, keep, NOTHING, valueOf, within, type Value } from './value'

const LENGTH = 8
const FORM = /^(19[5-9]\d|20[0-4]\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** Between the digits: one of them may have a digit among its candidates. */
const SIGN = /[-.·—一]/

/** `2018-07-06`, whatever was made of the strokes between; each digit is one that a calendar has at its place. */
export function readDate(glyphs: Glyph[]): Value {
  const between = glyphs.filter(({ text }) => !SIGN.test(text))
  const digits = keep(between.length < LENGTH ? glyphs : between, DIGITS)
  if (digits.length < LENGTH) return NOTHING
  const dates = digits.slice(LENGTH - 1).map((_, start) => toDate(digits.slice(start, start + LENGTH)))
  return dates.find(({ isChecked }) => isChecked) ?? dates[0] ?? NOTHING
}

function toDate(digits: Glyph[]): Value {
  const date = digits.reduce<Glyph[]>((before, glyph, index) => [...before, asDigit(glyph, index, before)], [])
  const { text, score } = valueOf(date)
  const dashed = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  return { text: dashed, score, isChecked: FORM.test(dashed) }
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
