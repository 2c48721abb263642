import type { Glyph, Row } from './rows'
import { toRow } from './rows'

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

function placeOf(glyphs: Glyph[]): Labelled<string>['label'] {
  const { middle, height } = toRow(glyphs)
  const [first, last] = [glyphs[0], glyphs[glyphs.length - 1]]
  return { left: first?.left ?? 0, right: last?.right ?? 0, y: last?.y ?? middle, height }
}

function piecesOf(glyphs: Glyph[]): Glyph[][] {
  const pieces: Glyph[][] = []
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    const piece = pieces[pieces.length - 1]
    if (!piece || !last || glyph.left - last.right > GAP * glyph.height) pieces.push([glyph])
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
  for (const misread of [0, 1, 2]) {
    for (const name of names.sort((a, b) => labels[b].length - labels[a].length)) {
      for (let start = 0; start < row.text.length; start++) {
        const length = withoutValue(row, start, matchAt(row.text, start, labels[name], misread), labels[name])
        if (length > 0 && isFree(start, start + length)) found.push({ name, row, start, end: start + length })
      }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** In heights of a line: a value stands this far behind its label at least. */
const VALUE_GAP = 0.4

/** Where a label lost its last character, what matched in its place is the value's first one. */
function withoutValue({ glyphs, text }: Row, start: number, length: number, label: string): number {
  const [before, last] = [glyphs[start + length - 2], glyphs[start + length - 1]]
  if (!before || !last || label.endsWith(text[start + length - 1] ?? '')) return length
  return last.left - before.right > VALUE_GAP * last.height ? length - 1 : length
}

/** Short labels have to be whole: of two characters, one is no proof. */
const SHORTEST_MISREAD = 3

/** How many characters of the text are the label, with as many misread or lost; 0 if it does not stand there. */
function matchAt(text: string, start: number, label: string, misread: number): number {
  if (misread === 0) return text.startsWith(label, start) ? label.length : 0
  if (label.length < (misread === 1 ? SHORTEST_MISREAD : SHORTEST_GARBLED)) return 0
  if (misread === 2) return garbledAt(text, start, label)
  const part = text.slice(start, start + label.length)
  const same = [...label].filter((character, index) => part[index] === character).length
  if (part.length === label.length && same === label.length - 1) return label.length
  const isShortened = [...label].some((_, lost) => text.startsWith(label.slice(0, lost) + label.slice(lost + 1), start))
  if (isShortened && label.length > SHORTEST_MISREAD) return label.length - 1
  const isEnd = start === 0 && label.length === 4 && text.startsWith(label.slice(2))
  return isEnd ? 2 : 0
}

/** The last characters of a long label, enough of them to tell it: its first ones are lost where detection cuts it. */
const SHORTEST_GARBLED = 6
const ENOUGH_OF_IT = 2 / 3

function garbledAt(text: string, start: number, label: string): number {
  for (const length of [label.length, label.length - 1, label.length - 2]) {
    const part = text.slice(start, start + length)
    const same = [...part].filter((character) => label.includes(character)).length
    const endsLikeIt = part.slice(-2) === label.slice(-2)
    if (part.length === length && endsLikeIt && same >= ENOUGH_OF_IT * label.length - 1) return length
  }
  return 0
}

/** In heights of a line: labels are printed a little above their values, and so may be on a row of their own. */
const SAME_LINE = 0.8

/** Gives each label that has nothing behind it what stands there on another label's row. */
export function claim<Name extends string>(labelled: Labelled<Name>[]): Labelled<Name>[] {
  return labelled.reduce((entries, { label, glyphs }, index) => {
    if (glyphs.length > 0) return entries
    const isMine = (glyph: Glyph) => glyph.left > label.right - label.height / 2
    const holder = entries.findIndex(
      (other) =>
        other.label.right < label.left &&
        Math.abs(other.label.y - label.y) < SAME_LINE * label.height &&
        other.glyphs.some(isMine),
    )
    return entries.map((entry, at) => {
      const held = entries[holder]?.glyphs ?? []
      if (at === index) return { ...entry, glyphs: held.filter(isMine) }
      return at === holder ? { ...entry, glyphs: held.filter((glyph) => !isMine(glyph)) } : entry
    })
  }, labelled)
}

/** A value's further lines, or one a little off its label's row: what is loose right of a label and near its height. */
const LEFT_OF_LABEL = 1
const FAR_RIGHT = 9
const NEAR = 1.15

/** Adds each loose run to the label that it stands behind, if there is one; in reading order. */
export function gather<Name extends string>(labelled: Labelled<Name>[], loose: Loose[]): Labelled<Name>[] {
  const added = new Map<Labelled<Name>, Glyph[][]>()
  for (const run of loose) {
    const owner = ownerOf(run, labelled)
    if (owner) added.set(owner, [...(added.get(owner) ?? []), run])
  }
  return labelled.map((entry) => {
    const runs = [entry.glyphs, ...(added.get(entry) ?? [])].filter((run) => run.length > 0)
    return { ...entry, glyphs: runs.sort((a, b) => (a[0]?.y ?? 0) - (b[0]?.y ?? 0)).flat() }
  })
}

function ownerOf<Name extends string>([first]: Loose, labelled: Labelled<Name>[]): Labelled<Name> | undefined {
  if (!first) return undefined
  const rise = ({ label }: Labelled<Name>) => Math.abs(first.y - label.y) / label.height
  const run = ({ label }: Labelled<Name>) => (first.left - label.right) / label.height
  const [nearest] = labelled
    .filter((entry) => rise(entry) < NEAR && run(entry) > -LEFT_OF_LABEL && run(entry) < FAR_RIGHT)
    .sort((a, b) => rise(a) + run(a) / 4 - rise(b) - run(b) / 4)
  return nearest
}
