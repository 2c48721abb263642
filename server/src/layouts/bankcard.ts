import { BANK_NUMBER } from '../../../src/cards/bankcard'
import { isValid } from '../../../src/cards/number'
import type { Page } from './page'
import type { Reading } from './reading'
import { toReading } from './reading'
import type { Glyph, Row } from './rows'
import { median, rowsOf, textOf } from './rows'
import { DIGITS, settle, within } from './value'

/** Rows of digits that are somebody's telephone. */
const TELEPHONE = /热线|电话|客服|服务|服務|TEL|HOTLINE|(?<!\d)400\D?\d{3}\D?\d{4}(?!\d)/i
/** Other papers have long numbers, too. */
const OTHER_PAPERS = /公民身份|身份号码|性别|住址|签发机关|行驶证|驾驶证|号牌号码|营业执照|统一社会信用/
/** As printed; a digit may have been lost or doubled. Source: ISO/IEC 7812, and what is issued in mainland China. */
const SHORTEST = 13
const LONGEST = 21
/** Of a number that stands on several lines. */
const SHORTEST_LINE = 3
const USUAL = /^\d{16,19}$/

/**
 * A bank card, in WeChat's words.
 * @returns undefined when there is no number as long as a bank card's on the page
 */
export function readBankCard({ lines }: Page): Reading | undefined {
  const rows = rowsOf(lines)
  if (rows.some(({ text }) => OTHER_PAPERS.test(text))) return undefined
  const [best] = candidatesOf(rows)
    .map((digits) => ({ digits, rank: rank(digits) }))
    .sort((a, b) => b.rank - a.rank)
  if (!best) return undefined
  return toReading({ number: settle(best.digits, (text) => isValid(text, BANK_NUMBER)) })
}

/** Rows of digits, and rows of digits that stand one below the other. */
function candidatesOf(rows: Row[]): Glyph[][] {
  const numbers = rows
    .filter(({ text }) => !TELEPHONE.test(text))
    .flatMap(runsOf)
    .filter((digits) => digits.length >= SHORTEST_LINE)
  const stacked = numbers.flatMap((_, index) => stacksFrom(numbers.slice(index)))
  return [...numbers, ...stacked].filter(({ length }) => length >= SHORTEST && length <= LONGEST)
}

/** In heights of a digit: no two groups of one number are further apart. */
const WIDEST_GAP = 3

/** The runs of digits on the row, in groups or not; letters beside them are something else, and so is what stands far off. */
function runsOf({ glyphs }: Row): Glyph[][] {
  const runs: Glyph[][] = [[]]
  for (const glyph of glyphs) {
    const digit = within(glyph, DIGITS)
    const run = runs[runs.length - 1] ?? []
    const last = run[run.length - 1]
    if (digit && last && digit.left - last.right > WIDEST_GAP * digit.height) runs.push([digit])
    else if (digit) run.push(digit)
    else if (!isSeparator(glyph)) runs.push([])
  }
  return runs
}

const isSeparator = ({ text }: Glyph) => /^[\s\p{P}\p{S}]$/u.test(text)

/** In heights of a digit: how far the lines of one number are apart, and how well they are aligned. */
const NEXT_LINE = 2.4
const ALIGNED = 2

function stacksFrom([first, ...others]: Glyph[][]): Glyph[][] {
  const stacks: Glyph[][] = []
  let stack = first ?? []
  for (const next of others) {
    if (stack.length > LONGEST || !isBelow(stack, next)) continue
    stack = [...stack, ...next]
    stacks.push(stack)
  }
  return stacks
}

function isBelow(stack: Glyph[], next: Glyph[]): boolean {
  const [first, last, below] = [stack[0], stack[stack.length - 1], next[0]]
  if (!first || !last || !below) return false
  const likeHigh = Math.abs(below.height - last.height) < 0.35 * last.height
  const down = below.y - last.y
  return (
    likeHigh && down > 0 && down < NEXT_LINE * last.height && Math.abs(below.left - first.left) < ALIGNED * last.height
  )
}

/** A number that passes its checksum comes first, then one of a usual length, then the largest. */
function rank(digits: Glyph[]): number {
  const text = textOf(digits)
  const height = median(digits.map((digit) => digit.height)) ?? 0
  return (isValid(text, BANK_NUMBER) ? 2e6 : 0) + (USUAL.test(text) ? 1e6 : 0) + height * 100 + digits.length
}
