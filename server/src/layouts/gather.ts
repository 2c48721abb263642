import type { Labelled, Loose } from './labels'
import type { Glyph } from './rows'

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

/** A value a little off its label's row: what is loose right of a label and near its height. */
const LEFT_OF_LABEL = 1
const FAR_RIGHT = 9
const NEAR = 1.15

/**
 * Gives each label that has nothing behind it the loose run that stands there, if there is one, and values of two lines their
 * other line, in reading order.
 * @param isOther of a loose run, whether it is a value of its own, and so no other's second line
 */
export function gather<Name extends string>(
  labelled: Labelled<Name>[],
  loose: Loose[],
  ofTwoLines: Name[],
  isOther: (run: Loose) => boolean,
): Labelled<Name>[] {
  const owners = new Map(loose.map((run) => [run, ownerOf(run, labelled)]))
  const rest = new Set(loose)
  const take = (run: Loose | undefined) => {
    if (run) rest.delete(run)
    return run ?? []
  }
  return labelled
    .map((entry) => {
      if (entry.glyphs.length > 0) return entry
      const behind = [...rest].filter((run) => owners.get(run) === entry)
      return { ...entry, glyphs: take(nearestTo(entry, behind)) }
    })
    .map((entry) => {
      if (!ofTwoLines.includes(entry.name)) return entry
      const lines = [entry.glyphs, take([...rest].find((run) => !isOther(run) && isOtherLine(run, entry)))]
      return { ...entry, glyphs: lines.sort((a, b) => (a[0]?.y ?? 0) - (b[0]?.y ?? 0)).flat() }
    })
}

function nearestTo(entry: Labelled<string>, runs: Loose[]): Loose | undefined {
  const [nearest] = [...runs].sort((a, b) => distance(a, entry) - distance(b, entry))
  return nearest
}

/** The label that a run stands behind. */
function ownerOf<Name extends string>(run: Loose, labelled: Labelled<Name>[]): Labelled<Name> | undefined {
  const [nearest] = labelled
    .filter((entry) => distance(run, entry) < Infinity)
    .sort((a, b) => distance(run, a) - distance(run, b))
  return nearest
}

/** Of a run behind a label, in heights of the label: how far off its row counts most. */
function distance([first]: Loose, { label }: Labelled<string>): number {
  const rise = Math.abs((first?.y ?? Infinity) - label.y) / label.height
  const away = ((first?.left ?? Infinity) - label.right) / label.height
  return rise < NEAR && away > -LEFT_OF_LABEL && away < FAR_RIGHT ? rise + away / 4 : Infinity
}

/** In heights of a line: how far apart the two lines of a value are, and how well they are aligned. */
const NEXT_LINE = { least: 0.5, most: 1.5 }
const ALIGNED = 1.2

function isOtherLine([first]: Loose, { glyphs: [own] }: Labelled<string>): boolean {
  if (!first || !own) return false
  const rise = Math.abs(first.y - own.y) / own.height
  return rise > NEXT_LINE.least && rise < NEXT_LINE.most && Math.abs(first.left - own.left) < ALIGNED * own.height
}
