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

/** A field's text, and what the looks that read it so make of it. */
interface Candidate {
  text: string
  /** Of the surest one. */
  confidence: number
  /** Whether each of them leaves a doubt. */
  isDoubtful: boolean
  /** All confidences together. */
  weight: number
}

/**
 * Several looks at one card as one reading: of each field the text that some look has no doubt of, or else any; of several such
 * texts the one that the looks are surest of together.
 * @returns undefined for none
 */
export function together(readings: Reading[]): Reading | undefined {
  const [first, ...others] = readings
  if (!first || others.length === 0) return first
  const chosen = Object.keys(first.confidence).map((field) => [field, choose(candidatesFor(field, readings))] as const)
  return {
    fields: { ...first.fields, ...Object.fromEntries(chosen.map(([field, { text }]) => [field, text])) },
    confidence: Object.fromEntries(chosen.map(([field, { confidence }]) => [field, confidence])),
    doubtful: chosen.filter(([, { isDoubtful }]) => isDoubtful).map(([field]) => field),
  }
}

function candidatesFor(field: string, readings: Reading[]): Candidate[] {
  const candidates = new Map<string, Candidate>()
  for (const { fields, confidence, doubtful } of readings) {
    const [text, sure] = [fields[field] ?? '', confidence[field] ?? 0]
    const same = candidates.get(text)
    candidates.set(text, {
      text,
      confidence: Math.max(same?.confidence ?? 0, sure),
      isDoubtful: (same?.isDoubtful ?? true) && doubtful.includes(field),
      weight: (same?.weight ?? 0) + sure,
    })
  }
  return [...candidates.values()]
}

const NONE: Candidate = { text: '', confidence: 0, isDoubtful: true, weight: 0 }

function choose(candidates: Candidate[]): Candidate {
  // A look that didn't see a page is sure of nothing on it.
  const read = candidates.filter(({ text }) => text !== '')
  const certain = read.filter(({ isDoubtful }) => !isDoubtful)
  const [best = candidates[0] ?? NONE, ...others] = (certain.length > 0 ? certain : read).sort(
    (a, b) => b.weight - a.weight,
  )
  return others.find((other) => !best.isDoubtful && isPart(best.text, other.text)) ?? best
}

/** Whether the one is a part of the other: of a number that was cut off, a look may be as sure as of the whole. */
function isPart(one: string, other: string): boolean {
  const [part = '', whole = ''] = [one, other].map((text) => /^\d+/.exec(text)?.[0])
  return part !== '' && part !== whole && whole.includes(part)
}
