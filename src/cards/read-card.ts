import type { OcrError } from '../errors'
import type { Reading } from './check'
import { doubt } from './check'
import { foldName, readReply, textOf } from './reply'

/** What the results of all cards have in common. */
export interface Card<Field extends string, Values> extends Reading<Field> {
  /** Parsed and derived from the fields; null where they don't tell. */
  values: Values
  /** The reply as it came. */
  raw: unknown
}

/** The fields that a list of names is about: `id addr/address` is about `id` and `addr`. */
type FieldOf<Names extends string> = Names extends `${infer First} ${infer Rest}`
  ? FieldOf<First> | FieldOf<Rest>
  : Names extends `${infer Field}/${string}`
    ? Field
    : Exclude<Names, ''>

/** @param names the fields, each with the other name it may go by; a name counts in any case: `plateNum`, `plate_num` */
export function fieldsOf<Names extends string>(
  said: Record<string, unknown>,
  names: Names,
): Record<FieldOf<Names>, string> {
  const fields: Record<string, string> = {}
  for (const spellings of names.match(/\S+/g) || []) {
    const [field = '', other = field] = spellings.split('/')
    fields[field] = textOf(said[foldName(field)]) || textOf(said[foldName(other)])
  }
  return fields
}

/**
 * The card that these fields are; none if all are empty.
 * @param required fields that every such card has: doubted when they are empty
 * @param valuesOf gives the values, and doubts what it doesn't believe
 */
export function cardOf<Head, Required extends string, Optional extends string, Values>(
  head: Head,
  required: Record<Required, string>,
  optional: Record<Optional, string>,
  valuesOf: (card: Reading<Required | Optional>) => Values,
): (Head & Omit<Card<Required | Optional, Values>, 'raw'>) | undefined {
  const card = { ...head, fields: { ...required, ...optional }, checks: [] }
  if (!Object.values(card.fields).join('')) return undefined
  for (const field in required) if (!required[field]) doubt(card, field, 'missing')
  return { ...card, values: valuesOf(card) }
}

/**
 * Makes a reader: a reply as a card, or as the error that it is.
 * @param wrapper the service market's name for the card
 * @param required names of the fields that every such card has
 */
export function cardReader<Name extends string, Required extends string, Optional extends string, Values, Option>(
  card: Name,
  wrapper: string,
  required: Required,
  optional: Optional,
  valuesOf: (card: Reading<FieldOf<Required | Optional>>, option?: Option) => Values,
): (reply: unknown, option?: Option) => ({ card: Name } & Card<FieldOf<Required | Optional>, Values>) | OcrError {
  return (reply, option) =>
    readReply(reply, wrapper, (said) =>
      cardOf({ card }, fieldsOf(said, required), fieldsOf(said, optional), (reading) => valuesOf(reading, option)),
    )
}
