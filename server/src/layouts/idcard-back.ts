import type { Reply } from '../engines/engine'
import { withDigits } from './digits'
import type { Row } from './rows'

/** What is printed on the emblem's side; each may lose a character or two. */
const MARKS = [/中华人民|人民共和|共和国/, /居民身份|民身份证/, /签发机|发机关/, /有效期|效期限/]
const ENOUGH_MARKS = 2
/** 2007.01.05-2027.01.05 or 2007.01.05-长期; an engine may lose any of the marks between the digits. */
const VALID_DATE = /(\d{4})\D?(\d{2})\D?(\d{2})\D{0,3}?(?:(\d{4})\D?(\d{2})\D?(\d{2})(?!\d)|长期)/

/** The emblem's side, as WeChat names its fields; `valid_date` is '' if it was not found. */
export function readBack(rows: Row[]): Reply | undefined {
  const marks = MARKS.filter((mark) => rows.some(({ text }) => mark.test(text)))
  if (marks.length < ENOUGH_MARKS) return undefined
  return { type: 'Back', valid_date: readValidDate(rows) }
}

function readValidDate(rows: Row[]): string {
  const found = rows.map(({ text }) => VALID_DATE.exec(withDigits(text))).find((match) => match)
  if (!found) return ''
  const digits = found.slice(1).filter((part) => part !== undefined)
  const [from, to] = [digits.slice(0, 3).join(''), digits.slice(3).join('')]
  return `${from}-${to || '长期'}`
}
