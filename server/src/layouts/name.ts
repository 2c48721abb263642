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

/** The likeliest of what was read, as of a name's. */
function asInName(glyph: Glyph): Glyph {
  const weighed = [glyph, ...glyph.others].map(({ text, score }) => ({
    text,
    weight: isSeldom(text) ? SELDOM_IN_TEXTS * score : score,
  }))
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const known = glyph.score + glyph.others.reduce((sum, { score }) => sum + score, 0)
  const [first, ...others] = weighed
    .map(({ text, weight }) => ({ text, score: (known * weight) / total }))
    .sort((a, b) => b.score - a.score)
  return first ? { ...glyph, ...first, others } : glyph
}
