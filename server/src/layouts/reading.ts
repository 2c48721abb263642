import type { Value } from './value'

/** A card as a layout read it: every field's text, '' if it was not found, and how sure of it the recogniser is. */
export interface Reading {
  fields: Record<string, string>
  /** By field, 0 to 1: of many fields said to be 0.9 sure, 90 % are right. */
  confidence: Record<string, number>
}

/** @param certain fields that are no text of the card's, such as its side */
export function toReading(values: Record<string, Value>, certain: Record<string, string> = {}): Reading {
  const entries = Object.entries(values)
  return {
    fields: { ...certain, ...Object.fromEntries(entries.map(([field, { text }]) => [field, text])) },
    confidence: Object.fromEntries(entries.map(([field, value]) => [field, value.text === '' ? 0 : value.score])),
  }
}
