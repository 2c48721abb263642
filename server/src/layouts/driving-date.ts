import { asInCalendar, LENGTH } from './calendar'
import type { Glyph } from './rows'
import { DIGITS, keep, NOTHING, valueOf, type Value } from './value'

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
  const { text, score } = valueOf(asInCalendar(digits))
  const dashed = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  return { text: dashed, score, isChecked: FORM.test(dashed) }
}
