import type { CardName, CardResult } from './index'

/**
 * How many characters of a field are shown, at its start and at its end. A field that is not here is starred whole, so a
 * new one is safe before anybody thinks of it.
 */
const SHOWN: Record<string, [start: number, end: number]> = {
  name: [1, 0],
  owner: [1, 0],
  legalRepresentative: [1, 0],
  id: [1, 1],
  idNum: [1, 1],
  number: [0, 4],
  addr: [6, 0],
  address: [6, 0],
  plateNum: [2, 1],
  plateNumB: [2, 1],
  vin: [3, 4],
}

/** Fields that say nothing of a person. */
const HARMLESS = /^(vehicleType|useCharacter|model|carClass|typeOf|passengersNum|overallSize|valid|\w+Quality)/

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
    masked[name] = HARMLESS.test(name) ? text : star(text, SHOWN[card === 'plate' ? 'plateNum' : name])
  return {
    card,
    ...('side' in result && { side: result.side }),
    fields: masked as Result['fields'],
    checks: checks.map(({ field, level, code }) => ({ field, level, code })),
  }
}

function star(text: string, [start, end]: [number, number] = [0, 0]): string {
  const characters = [...text]
  const isShort = characters.length <= start + end
  return characters.map((c, i) => (!isShort && (i < start || i >= characters.length - end) ? c : '*')).join('')
}
