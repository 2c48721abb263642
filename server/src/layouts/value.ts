import type { Kind } from './confidence'
import type { Candidate } from './line'
import type { Glyph } from './rows'

/** What was read of a field: its text, and how likely every character of it is right, 0 to 1. */
export interface Value {
  text: string
  score: number
  /** Of a value with a checksum or a form of its own, whether it has that. */
  isChecked?: boolean
  /** What its score is worth; `text` by default. */
  kind?: Kind
}

export const NOTHING: Value = { text: '', score: 0 }

/** The characters a field may have. */
export type Alphabet = (character: string) => boolean

export const DIGITS: Alphabet = (character) => /^\d$/.test(character)
/** Those of a number that is also letters: of vehicles and engines. */
export const LETTERS_AND_DIGITS: Alphabet = (character) => /^[A-Z\d]$/.test(character)
export const HAN: Alphabet = (character) => /^\p{Script=Han}$/u.test(character)

/** What a recogniser reads where a digit stands, in a field that holds nothing else. */
const LOOK_ALIKES: Record<string, string> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  I: '1',
  l: '1',
  '|': '1',
  Z: '2',
  S: '5',
  B: '8',
}

/** Less likely candidates are none: an alphabet doesn't make a character of a stroke. */
const LIKELY = 0.05

/** What was read as one of the field's characters: itself, in another form, another candidate, or a look-alike. */
export function within(glyph: Glyph, alphabet: Alphabet): Glyph | undefined {
  const fit = (candidate: Candidate): Candidate | undefined => {
    const text = [candidate.text.normalize('NFKC'), candidate.text.normalize('NFKC').toUpperCase()].find(alphabet)
    return text === undefined ? undefined : { text, score: candidate.score }
  }
  const candidates = [glyph, ...glyph.others].map(fit).filter((candidate) => candidate !== undefined)
  const merged = [...new Set(candidates.map(({ text }) => text))].map((text) => ({
    text,
    score: candidates.filter((candidate) => candidate.text === text).reduce((sum, { score }) => sum + score, 0),
  }))
  const alike = LOOK_ALIKES[glyph.text]
  const isAlike = !fit(glyph) && alike !== undefined && alphabet(alike)
  const [first, ...others] = isAlike ? [{ text: alike, score: glyph.score }, ...merged] : merged
  return first && first.score >= LIKELY ? { ...glyph, ...first, others } : undefined
}

/** Those of the characters that the field may have; the others belong to something else. */
export function keep(glyphs: Glyph[], alphabet: Alphabet): Glyph[] {
  return glyphs.map((glyph) => within(glyph, alphabet)).filter((glyph) => glyph !== undefined)
}

/** Each character as one that can stand at its place, by its own alphabet. */
export function spell(glyphs: Glyph[], alphabets: Alphabet[]): Glyph[] {
  return glyphs.map((glyph, index) => within(glyph, alphabets[index] ?? (() => true)) ?? glyph)
}

/** Full-width forms become ASCII, letters that look like digits become digits, x becomes X; nothing else changes. */
export function withDigits(glyphs: Glyph[]): Glyph[] {
  return glyphs.map((glyph) => {
    const [text = ''] = glyph.text.normalize('NFKC').replace(/[x×]/, 'X')
    return { ...glyph, text: LOOK_ALIKES[text] ?? text }
  })
}

export function valueOf(glyphs: Glyph[]): Value {
  if (glyphs.length === 0) return NOTHING
  return {
    text: glyphs.map(({ text }) => text).join(''),
    score: glyphs.reduce((product, { score }) => product * score, 1),
  }
}

/** The value; one that has not the form of its field leaves a doubt. */
export function inForm(value: Value, form: RegExp): Value {
  return { ...value, isChecked: value.isChecked !== false && form.test(value.text) }
}

/** A character that is surer than this stands as it was read, whatever a checksum says. */
const CONFIDENT = 0.8
/** Two candidates are nearly equal when the second has at least this part of the first one's probability. */
const NEARLY = 0.2
/** Where any character is less sure than this a checksum settles nothing: a number would be made to pass by chance. */
const FIRM = 0.5

/**
 * The reading that passes a checksum, among those that differ from the likeliest one only in a character which the
 * recogniser itself held nearly equal. Without just one such reading, the likeliest: what is printed may well be wrong.
 */
export function settle(glyphs: Glyph[], isRight: (text: string) => boolean): Value {
  const value = valueOf(settled(glyphs, isRight))
  return { ...value, isChecked: isRight(value.text), kind: 'checked' }
}

function settled(glyphs: Glyph[], isChecked: (text: string) => boolean): Glyph[] {
  const passes = (reading: Glyph[]) => isChecked(reading.map((glyph) => glyph.text).join(''))
  if (passes(glyphs)) return glyphs
  const [first, another] = readingsBeside(glyphs).filter(passes)
  return first && !another && isFirm(first, glyphs) ? first : glyphs
}

/** Each character is one that the recogniser is fairly sure of, or one of two that it is fairly sure of together. */
function isFirm(reading: Glyph[], likeliest: Glyph[]): boolean {
  return reading.every((glyph, index) => {
    const first = likeliest[index]
    return glyph.score + (first && first !== glyph ? first.score : 0) >= FIRM
  })
}

/** The readings with one other candidate in them: of those with two, so many are there that one may pass by chance. */
function readingsBeside(glyphs: Glyph[]): Glyph[][] {
  return glyphs.flatMap((glyph, index) =>
    nearlyEqual(glyph).map((candidate) => [
      ...glyphs.slice(0, index),
      { ...glyph, ...candidate },
      ...glyphs.slice(index + 1),
    ]),
  )
}

function nearlyEqual({ score, others }: Glyph): Candidate[] {
  return score > CONFIDENT ? [] : others.filter((other) => other.score >= NEARLY * score)
}
