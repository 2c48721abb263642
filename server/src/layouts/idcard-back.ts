import { asInCalendar, LENGTH } from './calendar'
import { likeliestOf } from './likeliest'
import type { Candidate } from './line'
import { asIfSeen } from './mistakes'
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
    const dates = inWholeYears(asInCalendar(printed.slice(0, LENGTH)), asInCalendar(printed.slice(LENGTH)))
    const [from, to] = [valueOf(dates.from), valueOf(dates.to)]
    return { text: `${from.text}-${to.text}`, score: from.score * to.score }
  }
  return NOTHING
}

/** Of a date's digits, those of the year. */
const YEAR = 4

/** A card is valid for 5, 10 or 20 years, or longer: month and day of both dates are the same. Source: 居民身份证法, article 5. */
function inWholeYears(from: Glyph[], to: Glyph[]): { from: Glyph[]; to: Glyph[] } {
  if (to.length < LENGTH) return { from, to }
  const same = from.map((glyph, index) => (index < YEAR ? undefined : likeliestOfBoth(glyph, to[index])))
  const alike = (date: Glyph[]) => date.map((glyph, index) => asIfSeen(glyph, same[index] ?? glyph.text))
  return { from: alike(from), to: alike(to) }
}

/** What both are, if the recogniser took each at least for a candidate. */
function likeliestOfBoth(first: Glyph, second: Glyph | undefined): string | undefined {
  const [ofFirst, ofSecond] = [[first, ...first.others], second ? [second, ...second.others] : []]
  return likeliestOf([...'0123456789'], (digit) => shareOf(digit, ofFirst) * shareOf(digit, ofSecond))
}

const shareOf = (digit: string, candidates: Candidate[]) => candidates.find(({ text }) => text === digit)?.score ?? 0
