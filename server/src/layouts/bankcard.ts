import { BANK_NUMBER } from '../../../src/cards/bankcard'
import { isValid } from '../../../src/cards/number'
import type { Page } from './page'
import { isCrowded, pitchOf } from './pitch'
import type { Reading } from './reading'
import { toReading } from './reading'
import type { Glyph, Row } from './rows'
import { median, rowsOf, textOf } from './rows'
import { DIGITS, HAN, settle, within } from './value'

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
  const passes = (text: string) => isValid(text, BANK_NUMBER)
  const best = bestOf(candidatesOf(rows).filter((digits) => !passes(textOf(digits)) || !isPart(digits, rows)))
  if (!best) return undefined
  const number = settle(best, (text) => passes(text) && !isPart(best, rows))
  const score = number.score * (isWhole(best, rows) ? 1 : DOUBT)
  return toReading({ number: { ...number, score } })
}

/** Rows of digits, and rows of digits that stand one below the other. */
function candidatesOf(rows: Row[]): Glyph[][] {
  const numbers = rows
    .filter(({ text }) => !TELEPHONE.test(text))
    .flatMap(runsOf)
    .filter((digits) => digits.length >= SHORTEST_LINE)
  const stacked = numbers.map((_, index) => stackFrom(numbers.slice(index)))
  return [...numbers, ...stacked].filter(({ length }) => length >= SHORTEST && length <= LONGEST)
}

/**
 * In distances of two digits: of 900 numbers, all in groups of four or one of six, no two digits of one group were further apart than 1.5.
 */
const WITHIN_GROUP = 1.6
const GROUPS = [4, 8, 12, 16, 6]

/** Whether something tells that digits are lost. What is left passes the checksum once in ten times: better none than that. */
function isPart(digits: Glyph[], rows: Row[]): boolean {
  return digits.length !== Math.max(...COMMON) && (hasGapInGroup(digits) || isCutOff(digits, rows))
}

function hasGapInGroup(digits: Glyph[]): boolean {
  const step = pitchOf(digits.map(({ left }) => left))
  return digits.slice(1).some((digit, index) => {
    const before = digits[index]
    return before !== undefined && !GROUPS.includes(index + 1) && digit.left - before.left > WITHIN_GROUP * step
  })
}

/** Visa's and Mastercard's have 16 digits. Source: ISO/IEC 7812. */
const ALWAYS_SHORT = /^[45]/
/** Where a last group would stand, in heights of a digit: what is as much higher than digits and begins this near is a mark, what touches them is another. */
const HIGHER = 1.3
const BEHIND = 1.5
const TOUCHING = 0.3

/** Whether the last group may lie under a bank's mark: that stands there, or the last digit was left in doubt. */
function isCutOff(digits: Glyph[], rows: Row[]): boolean {
  const last = digits[digits.length - 1]
  if (!last || ALWAYS_SHORT.test(textOf(digits))) return false
  const isBehind = ({ left, y, height }: Glyph) => {
    const reach = height > HIGHER * last.height ? BEHIND : TOUCHING
    return left > last.left && left - last.right < reach * last.height && Math.abs(y - last.y) < height / 2
  }
  return last.score <= DOUBT || rows.some(({ glyphs }) => glyphs.some(isBehind))
}

/** No two groups of one number are further apart: in heights of a digit or, where digits are set wide, in distances of two in a group. */
const WIDEST_GAP = 3
const WIDEST_STEP = 3

/** The runs of digits on the row, in groups or not; letters beside them are something else, and so is what stands far off. */
function runsOf({ glyphs }: Row): Glyph[][] {
  const runs: Glyph[][] = [[]]
  for (const glyph of glyphs) {
    const digit = within(glyph, DIGITS)
    const run = runs[runs.length - 1] ?? []
    const last = run[run.length - 1]
    if (digit && last && isFar(run, last, digit)) runs.push([digit])
    else if (digit) run.push(digit)
    else if (!isSeparator(glyph)) runs.push([])
  }
  return runs
}

function isFar(run: Glyph[], last: Glyph, next: Glyph): boolean {
  if (next.left - last.right <= WIDEST_GAP * next.height) return false
  const step = run.length < SHORTEST_LINE ? 0 : pitchOf(run.map(({ left }) => left))
  return next.left - last.left > WIDEST_STEP * step
}

const isSeparator = ({ text }: Glyph) => /^[\s\p{P}\p{S}]$/u.test(text)

/** In heights of a digit: how far the lines of one number are apart, and how well they are aligned. */
const NEXT_LINE = 2.4
const ALIGNED = 2

/** As far down as it goes: some of a number's lines may pass its checksum, too. None when nothing stands below the first run. */
function stackFrom([first = [], ...others]: Glyph[][]): Glyph[] {
  const stacks = [first]
  for (const next of others) {
    const stack = stacks[stacks.length - 1] ?? []
    if (isBelow(stack, next)) stacks.push([...stack, ...next])
  }
  const long = stacks.slice(1).reverse()
  return long.find((stack) => USUAL.test(textOf(stack))) ?? long[0] ?? []
}

function isBelow(stack: Glyph[], next: Glyph[]): boolean {
  const [first, last, below] = [stack[0], stack[stack.length - 1], next[0]]
  if (!first || !last || !below) return false
  const down = below.y - last.y
  const isNext = down > 0 && down < NEXT_LINE * last.height
  return isNext && isLikeHigh(last, below, ROUGHLY) && Math.abs(below.left - first.left) < ALIGNED * last.height
}

/** In heights of a digit: how much the next line's may differ as detection sees it, and small print's differs at least. */
const ROUGHLY = 0.35
const CLOSELY = 0.2

function isLikeHigh(digit: Glyph, other: Glyph, tolerance: number): boolean {
  return Math.abs(other.height - digit.height) < tolerance * digit.height
}

/** In parts of the highest digits: smaller ones are another number. */
const LARGE = 0.7

/** Of the large ones, a number that passes its checksum comes first, then one of a usual length, then the longest. */
function bestOf(candidates: Glyph[][]): Glyph[] | undefined {
  const highest = Math.max(...candidates.map(heightOf))
  const large = candidates.filter((digits) => heightOf(digits) >= LARGE * highest)
  return large.sort((a, b) => rank(b) - rank(a))[0]
}

function rank(digits: Glyph[]): number {
  const text = textOf(digits)
  return (isValid(text, BANK_NUMBER) ? 200 : 0) + (USUAL.test(text) ? 100 : 0) + digits.length
}

function heightOf(digits: Glyph[]): number {
  return median(digits.map(({ height }) => height)) ?? 0
}

/** What a part of a number is worth, or one with a digit too many: a checksum finds nine in ten of them. */
const DOUBT = 0.5
/** Numbers of another length are rare, and mostly one of these with a digit lost or read twice. */
const COMMON = [16, 19]

/**
 * Whether the number is as long as most, no line of several is a number by itself, its digits stand apart, and nothing of its
 * size stands where it would go on.
 */
function isWhole(digits: Glyph[], rows: Row[]): boolean {
  const lines = linesOf(digits)
  const others = rows
    .flatMap(({ glyphs }) => glyphs)
    .filter(({ left, y }) => !digits.some((digit) => digit.left === left && digit.y === y))
  return (
    COMMON.includes(digits.length) &&
    (lines.length === 1 || !lines.some((line) => USUAL.test(textOf(line)))) &&
    !lines.some((line) => isCrowded(line.map(({ left }) => left))) &&
    !others.some((glyph) => lines.some((line) => goesOn(line, glyph)))
  )
}

/** Each begins to the left of where the one before it ends. */
function linesOf(digits: Glyph[]): Glyph[][] {
  const lines: Glyph[][] = []
  for (const digit of digits) {
    const line = lines[lines.length - 1]
    if (line && (line[line.length - 1]?.left ?? 0) < digit.left) line.push(digit)
    else lines.push([digit])
  }
  return lines
}

/** In heights of a digit: what stands this near the end of a line of the number may belong to it. */
const NEAR = 2

/** Whether the glyph, of no line of the number, may be what was not read of this one, or stands in a line above or below. */
function goesOn([first, ...others]: Glyph[], glyph: Glyph): boolean {
  if (!first || !isLikeHigh(first, glyph, CLOSELY) || HAN(glyph.text) || isSeparator(glyph)) return false
  const last = others[others.length - 1] ?? first
  const away = Math.abs(glyph.y - first.y) / first.height
  const gap = Math.max(first.left - glyph.right, glyph.left - last.right) / first.height
  if (away < 0.5) return gap > 0 && gap < NEAR
  return away < NEXT_LINE && /\d/.test(glyph.text) && Math.abs(glyph.left - first.left) < ALIGNED * first.height
}
