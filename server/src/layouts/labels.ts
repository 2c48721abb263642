import type { Glyph, Row } from './rows'
import { toRow } from './rows'
import { HAN } from './value'

/** A label found on the page, and what stands behind it on its row, up to the next label. */
export interface Labelled<Name extends string> {
  name: Name
  /** Where the label ends and how high its row is, in pixels of the page. */
  label: { left: number; right: number; y: number; height: number }
  glyphs: Glyph[]
}

interface Match<Name extends string> {
  name: Name
  row: Row
  start: number
  end: number
}

/** A run of characters that no label stands before on its row. */
export type Loose = Glyph[]

/** In heights of a line. Characters further apart than this belong to different things. */
const GAP = 3.2
/** Nor are those of a line that begins this far back: it stands below. */
const BACK = 1

/**
 * Finds the labels, which may be misread in a character or two, and cuts every row into what stands behind each of them and
 * what stands behind none.
 */
export function cutRows<Name extends string>(
  rows: Row[],
  labels: Record<Name, string>,
): { labelled: Labelled<Name>[]; loose: Loose[] } {
  const labelled: Labelled<Name>[] = []
  const loose: Loose[] = []
  for (const row of rows) {
    const matches = findMatches(row, labels)
    loose.push(...piecesOf(row.glyphs.slice(0, matches[0]?.start)))
    matches.forEach((match, index) => {
      const [value = [], ...others] = piecesOf(row.glyphs.slice(match.end, matches[index + 1]?.start))
      labelled.push({ name: match.name, label: placeOf(row.glyphs.slice(match.start, match.end)), glyphs: value })
      loose.push(...others)
    })
  }
  return { labelled, loose }
}

export function placeOf(glyphs: Glyph[]): Labelled<string>['label'] {
  const { middle, height } = toRow(glyphs)
  const [first, last] = [glyphs[0], glyphs[glyphs.length - 1]]
  return { left: first?.left ?? 0, right: last?.right ?? 0, y: last?.y ?? middle, height }
}

function piecesOf(glyphs: Glyph[]): Glyph[][] {
  const pieces: Glyph[][] = []
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    const piece = pieces[pieces.length - 1]
    const gap = (glyph.left - (last?.right ?? 0)) / glyph.height
    if (!piece || gap > GAP || gap < -BACK) pieces.push([glyph])
    else piece.push(glyph)
    last = glyph
  }
  return pieces
}

/** From left to right; the longest labels first, as some end like shorter ones. */
function findMatches<Name extends string>(row: Row, labels: Record<Name, string>): Match<Name>[] {
  const found: Match<Name>[] = []
  const isFree = (start: number, end: number) => found.every((other) => end <= other.start || start >= other.end)
  const names = Object.keys(labels) as Name[]
  for (const misread of [0, 1]) {
    for (const name of names.sort((a, b) => labels[b].length - labels[a].length)) {
      for (let start = 0; start < row.text.length; start++) {
        const length = withoutValue(row, start, matchAt(row.text, start, labels[name], misread), labels[name])
        if (length <= 0 || !isFree(start, start + length) || (misread > 0 && isWithinWord(row, start))) continue
        const longer = names.find((other) => isEndOf(labels[name], labels[other], row.text.slice(0, start)))
        found.push({ name: longer ?? name, row, start, end: start + length })
      }
    }
  }
  for (const { start, end } of hanRuns(row)) {
    const name = isFree(start, end) ? nearestLabel(row.glyphs.slice(start, end), labels) : undefined
    if (name) found.push({ name, row, start, end })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Chinese characters close to each other, with something else or a gap on both sides. */
function hanRuns({ glyphs }: Row): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = []
  glyphs.forEach((glyph, index) => {
    if (!HAN(glyph.text)) return
    const [last, before] = [runs[runs.length - 1], glyphs[index - 1]]
    if (last?.end === index && !isApart(before, glyph)) last.end++
    else runs.push({ start: index, end: index + 1 })
  })
  return runs
}

/** The one label that at least half of is in the run, in order and with at most one other character; of small print little is left. */
function nearestLabel<Name extends string>(run: Glyph[], labels: Record<Name, string>): Name | undefined {
  const likeness = (name: Name) => (run.length > labels[name].length ? 0 : commonCharacters(run, [...labels[name]]))
  const [best, second] = (Object.keys(labels) as Name[]).sort((a, b) => likeness(b) - likeness(a))
  if (!best || !second || labels[best].length < SHORTEST_MISREAD || likeness(best) === likeness(second))
    return undefined
  const common = likeness(best)
  return common >= 2 && common >= labels[best].length / 2 && common >= run.length - 1 ? best : undefined
}

/** How many characters of the label the run has, or may have, in the same order. */
function commonCharacters([first, ...run]: Glyph[], label: string[]): number {
  if (!first || label.length === 0) return 0
  const at = label.findIndex((character) => [first, ...first.others].some(({ text }) => text === character))
  const without = commonCharacters(run, label)
  return at < 0 ? without : Math.max(without, 1 + commonCharacters(run, label.slice(at + 1)))
}

/** 总质量 is 准牵引总质量 where 准, 牵 or 引 stands close before it, whatever came between. */
function isEndOf(label: string, other: string, before: string): boolean {
  if (label.length >= other.length || !other.endsWith(label)) return false
  const beginning = [...other.slice(0, -label.length)]
  return [...before.slice(-beginning.length)].some((character) => beginning.includes(character))
}

/** In heights of a line: a value stands this far behind its label at least. */
const VALUE_GAP = 0.4

/** A label's characters are never read as these. */
const OF_NUMBERS = /[A-Z\d]/
/** A character less sure than this may be anything. */
const LIKELY = 0.5

/** Where a label lost its last character, what matched in its place is the value's first one; its first, the value's before it. */
function withoutValue({ glyphs, text }: Row, start: number, length: number, label: string): number {
  const [end, last] = [start + length, glyphs[start + length - 1]]
  if (!label.startsWith(text[start] ?? '') && isApart(glyphs[start], glyphs[start + 1])) return 0
  if (!last || label.endsWith(last.text)) return length
  const isOther = last.score >= LIKELY && !last.others.some((other) => label.endsWith(other.text))
  const isValue = OF_NUMBERS.test(last.text) || (isOther && length > SHORTEST_MISREAD)
  return isValue || isApart(glyphs[end - 2], last) ? length - 1 : length
}

/** A misread label stands by itself: a part of a longer one is like too many. */
function isWithinWord({ glyphs }: Row, start: number): boolean {
  const [before, first] = [glyphs[start - 1], glyphs[start]]
  return before !== undefined && HAN(before.text) && !isApart(before, first)
}

function isApart(before: Glyph | undefined, next: Glyph | undefined): boolean {
  return before !== undefined && next !== undefined && next.left - before.right > VALUE_GAP * next.height
}

/** Short labels have to be whole: of two characters, one is no proof. */
const SHORTEST_MISREAD = 3

/** How many characters of the text are the label, with as many misread or lost; 0 if it does not stand there. */
function matchAt(text: string, start: number, label: string, misread: number): number {
  if (misread === 0) return text.startsWith(label, start) ? label.length : 0
  if (label.length < SHORTEST_MISREAD) return 0
  const part = text.slice(start, start + label.length)
  const same = [...label].filter((character, index) => part[index] === character).length
  if (part.length === label.length && same === label.length - 1) return label.length
  const isShortened = [...label].some((_, lost) => text.startsWith(label.slice(0, lost) + label.slice(lost + 1), start))
  return isShortened && label.length > SHORTEST_MISREAD ? label.length - 1 : 0
}
