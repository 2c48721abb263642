import type { Glyph } from './rows'
import { isSeldom } from './seldom'
import { valueOf, type Value } from './value'

/** Longer ones are a company's, or written by the sound of another language: in common characters. */
const LONGEST = 4
/**
 * A recogniser has learnt from texts, and takes a character that it saw there a thousand times for the one that it hardly knows: 灵 for 炅.
 * It gives the other a share where that one is printed, and there alone, so that is worth this many times as much: of
 * 10,000 characters of the names in a Chinese dictionary, in three faces, this mends eleven and spoils two.
 */
const SELDOM_IN_TEXTS = 10

/** A person's name, or a company's. */
export function readPersonName(glyphs: Glyph[]): Value {
  return { ...valueOf(glyphs.length > LONGEST ? glyphs : glyphs.map(asInName)), kind: 'name' }
}

/** A text with names of places in it: most of its characters are common, and stay as sure as they are. */
export function withPlaceNames(glyphs: Glyph[]): Glyph[] {
  return glyphs.map((glyph) => {
    const weighed = asInName(glyph)
    return weighed.text === glyph.text ? glyph : weighed
  })
}

/** The character as it was read, or a seldom one that is likelier in a name; with the part that it has of all candidates, so weighed. */
function asInName(glyph: Glyph): Glyph {
  const candidates = [glyph, ...glyph.others].map(({ text, score }) => ({
    text,
    score,
    weight: isSeldom(text) ? SELDOM_IN_TEXTS * score : score,
  }))
  const [read, ...others] = candidates
  if (!read) return glyph
  const chosen = others.reduce(
    (best, other) => (isSeldom(other.text) && other.weight > best.weight ? other : best),
    read,
  )
  const sum = (of: 'score' | 'weight') => candidates.reduce((total, candidate) => total + candidate[of], 0)
  return {
    ...glyph,
    text: chosen.text,
    score: (sum('score') * chosen.weight) / sum('weight'),
    others: candidates.filter((candidate) => candidate !== chosen),
  }
}
