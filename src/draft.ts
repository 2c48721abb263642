import type { CardKind } from './card-kind'
import { OcrError } from './errors'
import type { Doubted, Extras } from './events'
import type { Recognition } from './recognition'
import type { Texts } from './texts'

type Reading = Recognition<Doubted> & Extras

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
  recognised: Reading
  /** What stands in the form. */
  fields: Record<string, string>
  /** The card that these fields are; undefined when too little is left of one. */
  card: Reading | undefined
  confirm(card: Reading): void
}

/** A change of one field: the card is read and checked again. */
export function edit(draft: Draft, kind: CardKind, name: string, value: string): void {
  const { recognised, fields } = draft
  fields[name] = value
  const card = kind.reread(recognised.side, fields)
  const { raw } = recognised
  draft.card = card instanceof OcrError ? undefined : { ...recognised, ...card, raw, edited: changed(card, recognised) }
}

const changed = ({ fields }: Doubted, before: Doubted) =>
  Object.keys(fields).filter((name) => fields[name] !== before.fields[name])

/** The doubts that stand beside the fields; of several about one field, the first. */
export function doubtsOf({ checks }: Doubted, texts: Texts): Record<string, RowDoubt> {
  const doubts: Record<string, RowDoubt> = {}
  for (const { field, level, code, suggestion } of [...checks].reverse())
    doubts[field] = { level, message: texts.checks[code], suggestion }
  return doubts
}

/** A row for each field that was read, or that should have been. */
export function rowsOf({ fields, checks }: Doubted, labels: Record<string, string>): Row[] {
  const isMissing = (name: string) => checks.some(({ field }) => field === name)
  const names = Object.keys(labels).filter((name) => fields[name] || isMissing(name))
  return names.map((name) => ({ name, label: labels[name] || name, value: fields[name] || '' }))
}
