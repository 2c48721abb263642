import type { Line, Point } from './line'

/** Text side by side. Lengths are pixels of the picture, levelled by the tilt of the page. */
export interface Row {
  text: string
  /** Where each character of `text` begins; within a line it is reckoned from the widths of the characters. */
  lefts: number[]
  middle: number
  height: number
}

interface LevelLine {
  text: string
  left: number
  right: number
  middle: number
  height: number
}

/** A line this many times as long as high shows the tilt of the page. */
const LONG = 3
/** Lines stand on one row when their middles differ by less than this part of the lower one's height... */
const SAME_ROW = 0.5
/** ...and the gap between them is at most this many times that height: beyond, it's the table and not the card. */
const WIDE_GAP = 6

/** The rows of text from top to bottom, each from left to right; a tilt or some perspective does no harm. */
export function rowsOf(lines: Line[]): Row[] {
  const rows: LevelLine[][] = []
  for (const line of levelled(lines)) {
    const row = rows.find((members) => members.some((member) => isBeside(member, line)))
    if (row) row.push(line)
    else rows.push([line])
  }
  return rows.map(toRow).sort((a, b) => a.middle - b.middle)
}

/** From left to right. */
function levelled(lines: Line[]): LevelLine[] {
  const angle = tiltOf(lines)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const level = ({ x, y }: Point) => ({ x: x * cos + y * sin, y: y * cos - x * sin })
  return lines
    .map(({ text, corners }) => {
      const [leftTop, rightTop, rightBottom, leftBottom] = corners
      return {
        text,
        left: level(between(leftTop, leftBottom)).x,
        right: level(between(rightTop, rightBottom)).x,
        middle: level(between(leftTop, rightBottom)).y,
        height: distance(leftTop, leftBottom),
      }
    })
    .sort((a, b) => a.left - b.left)
}

/** The median angle of the long lines, in radians: one of another direction does not count. */
function tiltOf(lines: Line[]): number {
  const angles = lines
    .filter(
      ({ corners: [leftTop, rightTop, , leftBottom] }) =>
        distance(leftTop, rightTop) > LONG * distance(leftTop, leftBottom),
    )
    .map(({ corners: [leftTop, rightTop] }) => Math.atan2(rightTop.y - leftTop.y, rightTop.x - leftTop.x))
  return median(angles) ?? 0
}

function isBeside(a: LevelLine, b: LevelLine): boolean {
  const height = Math.min(a.height, b.height)
  return Math.abs(a.middle - b.middle) < SAME_ROW * height && b.left - a.right < WIDE_GAP * height
}

function toRow(lines: LevelLine[]): Row {
  const characters = lines.flatMap(charactersOf)
  return {
    text: characters.map(({ character }) => character).join(''),
    lefts: characters.map(({ left }) => left),
    middle: median(lines.map(({ middle }) => middle)) ?? 0,
    height: median(lines.map(({ height }) => height)) ?? 0,
  }
}

function charactersOf({ text, left, right }: LevelLine) {
  const widths = text.split('').map((character) => (/[\x20-\x7e]/.test(character) ? 0.5 : 1))
  const total = widths.reduce((sum, width) => sum + width, 0)
  let before = 0
  return text
    .split('')
    .map((character, index) => {
      const start = left + ((right - left) * before) / total
      before += widths[index] ?? 0
      return { character, left: start }
    })
    .filter(({ character }) => character.trim() !== '')
}

function median(numbers: number[]): number | undefined {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}
