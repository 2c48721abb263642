import { asInCalendar, LENGTH } from './calendar'
import type { Reading } from './reading'
import { toReading } from './reading'
import { textOf, type Glyph, type Row } from './rows'
import { NOTHING, valueOf, withDigits, type Value } from './value'

/** What is printed on the emblem's side; each may lose a character or two. */
const MARKS = [/中华人民|人民共和|共和国/, /居民身份|民身份证/, /签发机|发机关/, /有效期|效期限/]
const ENOUGH_MARKS = 2
/** 2007.01.05-2027.01.05 or 2007.01.05-长期; an engine may lose any of the marks between the digits. */
const VALID_DATE = /\d{4}\D?\d{2}\D?\d{2}\D{0,3}?(?:\d{4}\D?\d{2}\D?\d{2}(?!\d)|长期)/

/** The emblem's side, as WeChat names its fields; `valid_date` is '' if it was not found. */
export function readBack(rows: Row[]): Reading | undefined {
  const marks = MARKS.filter((mark) => rows.some(({ text }) => mark.test(text)))
  if (marks.length < ENOUGH_MARKS) return undefined
  return toReading({ valid_date: readValidDate(rows) }, { type: 'Back' })
}

function readValidDate(rows: Row[]): Value {
  for (const { glyphs } of rows) {
    const digits = withDigits(glyphs)
    const found = VALID_DATE.exec(textOf(digits))
    if (!found) continue
    const printed = digits.slice(found.index, found.index + found[0].length).filter(({ text }) => /[\d长期]/.test(text))
    const [from, to] = [dateOf(printed.slice(0, LENGTH)), dateOf(printed.slice(LENGTH))]
    return { text: `${from.text}-${to.text}`, score: from.score * to.score }
  }
  return NOTHING
}

const dateOf = (printed: Glyph[]) => valueOf(asInCalendar(printed))
