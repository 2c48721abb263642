import { OcrError } from '../errors'
import type { Check, Doubt } from './check'
import { isoDate } from './date'
import { foldName, textOf, unwrap } from './reply'

/** What the results of all cards have in common. */
export interface Card<Field extends string, Values> {
  /** As printed, cleaned; `''` for what the reply lacks. */
  fields: Record<Field, string>
  /** Parsed and derived from the fields; null where they don't tell. */
  values: Values
  /** Empty when all is well. */
  checks: Array<Check<Field>>
  /** The reply as it came. */
  raw: unknown
}

/** The other names each field goes by; its own counts in any case: `plateNum`, `plate_num`. */
export type Names<Field extends string> = Record<Field, string[]>

/** Gives the values, and says what it doubts. */
export type Derive<Field extends string, Values> = (fields: Record<Field, string>, doubt: Doubt<Field>) => Values

/**
 * A reply as a card, or as the error that it is.
 * @param wrapper the service market's name for the card
 * @param required fields that every such card has: doubted when they are empty
 */
export function readCard<Head, Required extends string, Optional extends string, Values>(
  head: Head,
  reply: unknown,
  wrapper: string,
  required: Names<Required>,
  optional: Names<Optional>,
  derive: Derive<Required | Optional, Values>,
): (Head & Card<Required | Optional, Values>) | OcrError {
  const fields = fieldsOf(reply, wrapper, { ...required, ...optional })
  return fields instanceof OcrError
    ? fields
    : cardOf(head, reply, fields, required as Partial<Names<Required | Optional>>, derive)
}

/** The fields of a reply, or the error that it is: one with none of the fields is an error, too. */
export function fieldsOf<Field extends string>(
  reply: unknown,
  wrapper: string,
  names: Names<Field>,
): Record<Field, string> | OcrError {
  const said = unwrap(reply, wrapper)
  if (said instanceof OcrError) return said
  const fields = {} as Record<Field, string>
  let all = ''
  for (const field in names) {
    const texts = [field, ...names[field]].map((name) => textOf(said[foldName(name)]))
    all += fields[field] = texts.find(Boolean) || ''
  }
  return all ? fields : new OcrError('service', 'nothing of this card is in the reply')
}

/** Doubts each of these dates that is printed and not in the calendar. */
export function checkDates<Field extends string>(
  fields: Record<Field, string>,
  names: Field[],
  doubt: Doubt<NoInfer<Field>>,
): void {
  names.filter((name) => fields[name] && !isoDate(fields[name])).forEach((name) => doubt(name, 'date'))
}

/** The card that these fields are. */
export function cardOf<Head, Field extends string, Values>(
  head: Head,
  raw: unknown,
  fields: Record<Field, string>,
  required: Partial<Names<NoInfer<Field>>>,
  derive: Derive<Field, Values>,
): Head & Card<Field, Values> {
  const checks: Array<Check<Field>> = []
  const doubt: Doubt<Field> = (field, code, level = 'warn', suggestion) =>
    void checks.push({ field, level, code, ...(suggestion && { suggestion }) })
  const names = Object.keys(required) as Field[]
  names.filter((name) => !fields[name]).forEach((name) => doubt(name, 'missing'))
  return { ...head, fields, values: derive(fields, doubt), checks, raw }
}
