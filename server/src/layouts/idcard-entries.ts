import type { Glyph, Row } from './rows'

/** A row of the portrait's side, cut behind its label. */
export interface Entry {
  row: Row
  /** What stands in the column of labels: nothing, a known one, or one that could not be told. */
  label: LabelName | 'none' | 'unknown'
  value: string
  /** The characters of `value`. */
  glyphs: Glyph[]
  /** Where the value begins, in the row's pixels. */
  left: number
}

/** The labels of the left column, from top to bottom. */
const LABELS = { name: '姓名', gender: '性别', birth: '出生', addr: '住址' } as const
const LABEL_NAMES = ['name', 'gender', 'birth', 'addr'] as const
const LABEL_LENGTH = 2
type LabelName = keyof typeof LABELS

/** Widths on the card in heights of a line of text, which is about 3.5 mm high with the margin around its characters. */
const COLUMN_TOLERANCE = 1.5
const VALUE_COLUMN = 1.8

interface Label {
  row: Row
  name: LabelName
  start: number
}

/** Labels may be misread or lose a character: then their column, known from those read well, tells them from values. */
export function entriesOf(rows: Row[]): Entry[] {
  const labels = rows.map(findLabel).filter((label) => label !== undefined)
  return rows.map((row) => {
    const own = labels.find((label) => label.row === row)
    return own ? cutEntry(row, own.name, own.start + LABEL_LENGTH) : entryByPosition(row, columnAt(row, labels))
  })
}

/** The first label on the row: the same words further on are part of a value. */
function findLabel(row: Row): Label | undefined {
  const [first] = LABEL_NAMES.map((name) => ({ row, name, start: row.text.indexOf(LABELS[name]) }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start)
  return first
}

/** Where the column of labels runs at the height of this row: perspective slants it. */
function columnAt(row: Row, labels: Label[]): number | undefined {
  const away = (label: Label) => Math.abs(label.row.middle - row.middle)
  const [nearest] = [...labels].sort((a, b) => away(a) - away(b))
  return nearest?.row.lefts[nearest.start]
}

function entryByPosition(row: Row, column = Infinity): Entry {
  const indent = (row.lefts[0] ?? 0) - column
  if (Math.abs(indent) > COLUMN_TOLERANCE * row.height) return cutEntry(row, 'none', 0)
  const labelled = row.lefts.filter((left) => left < column + VALUE_COLUMN * row.height)
  return misreadLabel(row) ?? cutEntry(row, 'unknown', labelled.length)
}

function misreadLabel(row: Row): Entry | undefined {
  for (const name of LABEL_NAMES) {
    const [first = '', second = ''] = LABELS[name]
    const end = row.text.slice(0, LABEL_LENGTH).indexOf(second) + 1
    if (end > 0) return cutEntry(row, name, end)
    if (row.text.startsWith(first)) return cutEntry(row, name, LABEL_LENGTH)
  }
  return undefined
}

function cutEntry(row: Row, label: Entry['label'], end: number): Entry {
  return { row, label, value: row.text.slice(end), glyphs: row.glyphs.slice(end), left: row.lefts[end] ?? Infinity }
}
