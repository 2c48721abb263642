import { asDigitSeen, partLike } from './driving-words'
import type { Glyph } from './rows'
import { textOf } from './rows'
import { HAN, keep, LETTERS_AND_DIGITS, valueOf, within, type Value } from './value'

/** A model among a page's words. */
export const MODEL_FORM = /\p{Script=Han}{2,6}牌[A-Z\d]{4,}/u
/** A make in Chinese, and what its maker calls it; Chinese behind that is a stamp's. */
const MAKE_AND_MODEL = /\p{Script=Han}+牌[^\p{Script=Han}]*/u
const ONE_OF_THEM = /^\p{Script=Han}*[^\p{Script=Han}]*/u
/** Less was cut off. */
const WHOLE = /[A-Z\d]{3}/

/** What is left of the label before a make: none has its last two characters. */
const LABEL = /^\p{Script=Han}*[型号](?=\p{Script=Han}+牌)/u

/** What a stamp leaves between the label and the make stands further before it than the make's characters from each other, in their mean distance. */
const APART = 1.3
const SHORTEST_MAKE = 3

/** 大众牌SVW71611KS (品牌型号). */
export function readModel(behindLabel: Glyph[]): Value {
  const glyphs = withoutStamp(behindLabel.slice(partLike(LABEL, behindLabel).length))
  const text = textOf(glyphs)
  const makeEnds = text.indexOf('牌') + 1
  const hasBrackets = /[)）]/.test(text)
  const spelt = glyphs.map((glyph, index) =>
    makeEnds > 0 && index >= makeEnds ? asDigitSeen(asLetter(glyph, hasBrackets)) : glyph,
  )
  const characters = keep(spelt, (character) => /^[\p{Script=Han}A-Z\d/()-]$/u.test(character))
  const both = partLike(MAKE_AND_MODEL, characters)
  const value = valueOf(both.length > 0 ? both : partLike(ONE_OF_THEM, characters))
  return { ...value, isChecked: WHOLE.test(value.text), kind: 'code' }
}

function withoutStamp(glyphs: Glyph[]): Glyph[] {
  const [stamp, ...make] = partLike(/^\p{Script=Han}+牌/u, glyphs)
  const [first, last] = [make[0], make[make.length - 1]]
  if (!stamp || !first || !last || make.length < SHORTEST_MAKE) return glyphs
  const distance = (last.left - first.left) / (make.length - 1)
  return first.left - stamp.left > APART * distance ? glyphs.slice(1) : glyphs
}

/** Behind the make, a bracket that is none is the letter it is like, and Chinese that may be a letter or a digit is one. */
function asLetter(glyph: Glyph, hasBrackets: boolean): Glyph {
  if (/[\]］】〕]/.test(glyph.text)) return { ...glyph, text: 'J' }
  if (/[[［【〔]/.test(glyph.text) || (!hasBrackets && /[(（]/.test(glyph.text))) return { ...glyph, text: 'C' }
  return (HAN(glyph.text) && within(glyph, LETTERS_AND_DIGITS)) || glyph
}
