import { confidenceOf } from './confidence'
import type { Value } from './value'

/** A card as a layout read it. */
export interface Reading {
  /** Every field's text, '' if it was not found. */
  fields: Record<string, string>
  /** How sure of each field, 0 to 1: of many fields said to be 0.9 sure, 90 % are right. */
  confidence: Record<string, number>
  /** Fields that a card of this kind has and whose reading leaves a doubt. */
  doubtful: string[]
}

/** Below this a field is worth a second look. */
const DOUBT = 0.6

/**
 * @param values by field
 * @param certain fields that are no text of the card's, such as its side
 * @param absent fields that this picture does not show
 */
export function toReading(
  values: Record<string, Value>,
  certain: Record<string, string> = {},
  absent: string[] = [],
): Reading {
  const entries = Object.entries(values)
  return {
    fields: { ...certain, ...Object.fromEntries(entries.map(([field, { text }]) => [field, text])) },
    confidence: Object.fromEntries(entries.map(([field, value]) => [field, confidenceOf(value)])),
    doubtful: entries
      .filter(
        ([field, { text, score, isChecked = true }]) =>
          !absent.includes(field) && (text === '' || score < DOUBT || !isChecked),
      )
      .map(([field]) => field),
  }
}

export function isDoubtful({ doubtful }: Reading): boolean {
  return doubtful.length > 0
}

/** Field by field the one that leaves no doubt, or else the surer one. */
export function better(first: Reading, second: Reading): Reading {
  const isSecond = (field: string) => {
    const doubts = [first, second].map(({ doubtful }) => doubtful.includes(field))
    const [one = 0, other = 0] = [first.confidence[field], second.confidence[field]]
    return doubts[0] === doubts[1] ? other > one : doubts[0] === true
  }
  const chosen = Object.keys(first.fields).filter((field) => field in first.confidence && isSecond(field))
  const pick = <T>(from: Record<string, T>) =>
    Object.fromEntries(Object.entries(from).filter(([field]) => chosen.includes(field)))
  return {
    fields: { ...first.fields, ...pick(second.fields) },
    confidence: { ...first.confidence, ...pick(second.confidence) },
    doubtful: [
      ...first.doubtful.filter((field) => !chosen.includes(field)),
      ...second.doubtful.filter((field) => chosen.includes(field)),
    ],
  }
}
