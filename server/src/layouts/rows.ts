import type { Character, Line, Point } from './line'

/** A character where it stands on the page; lengths are pixels of the picture, levelled by the tilt of the page. */
export interface Glyph extends Pick<Character, 'text' | 'score' | 'others' | 'shape' | 'alone'> {
  left: number
  right: number
  /** The middle of its height. */
  y: number
  /** Of the line that it is in. */
  height: number
}

/** Text side by side. */
export interface Row {
  glyphs: Glyph[]
  text: string
  /** Where each character of `text` begins. */
  lefts: number[]
  middle: number
  height: number
}

interface LevelLine {
  characters: Character[]
  start: Point
  end: Point
  height: number
}

/** A line this many times as long as high shows the tilt of the page. */
const LONG = 3
/** Lines stand on one row when one ends and the next begins within this part of the lower one's height... */
const SAME_ROW = 0.5
/** ...and the gap between them is at most this many times that height: beyond, it's the table and not the card. */
const WIDE_GAP = 6
/** Of a line's height, how much a Chinese character takes in it, and any other. */
const HAN_WIDTH = 0.75
const LATIN_WIDTH = 0.4

/** The rows of text from top to bottom, each from left to right; a tilt or some perspective does no harm. */
export function rowsOf(lines: Line[]): Row[] {
  const rows: LevelLine[][] = []
  for (const line of levelled(lines)) {
    const row = rows.find((members) => members.some((member) => isBeside(member, line)))
    if (row) row.push(line)
    else rows.push([line])
  }
  return rows.map((members) => toRow(members.flatMap(glyphsOf))).sort((a, b) => a.middle - b.middle)
}

export function toRow(glyphs: Glyph[]): Row {
  return {
    glyphs,
    text: textOf(glyphs),
    lefts: glyphs.map(({ left }) => left),
    middle: median(glyphs.map(({ y }) => y)) ?? 0,
    height: median(glyphs.map(({ height }) => height)) ?? 0,
  }
}

export function textOf(glyphs: Glyph[]): string {
  return glyphs.map(({ text }) => text).join('')
}

/** From left to right. */
function levelled(lines: Line[]): LevelLine[] {
  const angle = tiltOf(lines)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const level = ({ x, y }: Point) => ({ x: x * cos + y * sin, y: y * cos - x * sin })
  return lines
    .map(({ characters, corners: [leftTop, rightTop, rightBottom, leftBottom] }) => ({
      characters,
      start: level(between(leftTop, leftBottom)),
      end: level(between(rightTop, rightBottom)),
      height: distance(leftTop, leftBottom),
    }))
    .sort((a, b) => a.start.x - b.start.x)
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
  return Math.abs(a.end.y - b.start.y) < SAME_ROW * height && b.start.x - a.end.x < WIDE_GAP * height
}

function glyphsOf({ characters, start, end, height }: LevelLine): Glyph[] {
  return characters
    .filter(({ text }) => text.trim() !== '')
    .flatMap(({ text, score, others, at, shape, alone }) => {
      const x = start.x + (end.x - start.x) * at
      const half = (height * (/[\x20-\x7e]/.test(text) ? LATIN_WIDTH : HAN_WIDTH)) / 2
      const place = { left: x - half, right: x + half, y: start.y + (end.y - start.y) * at, height }
      // One for each UTF-16 unit, so that an index of the text is one of the glyphs, too.
      return text.split('').map((unit) => ({ text: unit, score, others, shape, alone, ...place }))
    })
}

export function median(numbers: number[]): number | undefined {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
}

function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}
