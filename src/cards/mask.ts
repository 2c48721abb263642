import type { CardName, CardResult } from './index'

/**
 * How many characters of a field are shown, at its start and at its end. A field that is not here is starred whole, so a
 * new one is safe before anybody thinks of it.
 */
const SHOWN: Array<[fields: RegExp, start: number, end: number]> = [
  [/^(name|owner|legalRepresentative)$/, 1, 0],
  [/^id(Num)?$/, 1, 1],
  [/^number$/, 0, 4],
  [/^addr(ess)?$/, 6, 0],
  [/^plateNumB?$/, 2, 1],
  [/^vin$/, 3, 4],
]

/** Fields that say nothing of a person. */
const HARMLESS = /^(vehicleType|useCharacter|model|carClass|typeOf|passengersNum|overall|valid|\w+Quality)/

/** What may be shown or logged of a result. */
export interface Masked<Fields = Record<string, string>> {
  card: CardName
  side?: string
  fields: Fields
  checks: Array<{ field: string; level: 'warn' | 'error'; code: string }>
}

/**
 * A copy that may be shown or logged: each field starred by its own rule. Values, the picture, the raw reply and the
 * checks' suggestions are left out, since they hold what the stars hide.
 */
export function mask<Result extends Masked | CardResult>(result: Result): Masked<Result['fields']> {
  const { card, fields, checks } = result
  const masked: Record<string, string> = {}
  for (const [name, text] of Object.entries(fields))
    masked[name] = HARMLESS.test(name) ? text : star(text, card === 'plate' ? 'plateNum' : name)
  return {
    card,
    ...('side' in result && { side: result.side }),
    fields: masked as Result['fields'],
    checks: checks.map(({ field, level, code }) => ({ field, level, code })),
  }
}

/** A text too short to hide anything otherwise is starred whole. */
export function star(text: string, name: string): string {
  const [, start = 0, end = 0] = SHOWN.find(([fields]) => fields.test(name)) || []
  const characters = [...text]
  const until = characters.length - end
  return characters.fill('*', ...(start < until ? [start, until] : [])).join('')
}
