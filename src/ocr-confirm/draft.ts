import type { Cancelled } from '../cancellation'
import type { CardKind } from '../card-kind'
import { OcrError } from '../errors'
import type { Doubted } from '../events'
import type { Reading } from '../parts'
import type { Texts } from '../texts'

/** A field of the form of `confirm`. */
export interface Row {
  name: string
  label: string
  value: string
}

/** What is wrong with a field, in words. */
export interface RowDoubt {
  level: 'warn' | 'error'
  message: string
  suggestion?: string
}

/** A card that a person looks through and corrects. */
export interface Draft {
  kind: CardKind
  /** What is said of each doubt. */
  words: Texts['checks']
  reading: Reading
  /** What stands in the form. */
  fields: Record<string, string>
  /** The card that these fields are; undefined when too little is left of one. */
  card: Reading | undefined
  confirm(card: Reading): void
  dismiss(reason: Cancelled): void
}

/** A change of one field: the card is read and checked again. */
export function edit(draft: Draft, name: string, value: string): void {
  const { kind, reading, fields } = draft
  fields[name] = value
  const card = reread(kind, reading.side, fields)
  const { raw } = reading
  draft.card = card instanceof OcrError ? undefined : { ...reading, ...card, raw, edited: changed(card, reading) }
}

/** Two sides are read one by one, as two photos are. */
function reread(kind: CardKind, side: string | undefined, fields: object): Doubted | OcrError {
  if (side !== 'both' || !kind.join) return kind.read({ side, fields })
  const front = kind.read({ side: 'front', fields })
  const back = kind.read({ side: 'back', fields })
  if (front instanceof OcrError) return front
  return back instanceof OcrError ? back : kind.join(front, back)
}

const changed = ({ fields }: Doubted, before: Doubted) =>
  Object.keys(fields).filter((name) => fields[name] !== before.fields[name])

/** The doubts that stand beside the fields; of several about one field, the first. */
export function doubtsOf({ checks }: Doubted, words: Texts['checks']): Record<string, RowDoubt> {
  const doubts: Record<string, RowDoubt> = {}
  for (const { field, level, code, suggestion } of [...checks].reverse())
    doubts[field] = { level, message: words[code], suggestion }
  return doubts
}

/** A row for each field that was read, or that should have been. */
export function rowsOf({ fields, checks }: Doubted, labels: Record<string, string>): Row[] {
  const isMissing = (name: string) => checks.some(({ field }) => field === name)
  const names = Object.keys(labels).filter((name) => fields[name] || isMissing(name))
  return names.map((name) => ({ name, label: labels[name] || name, value: fields[name] || '' }))
}
