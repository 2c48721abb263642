import { isValid } from '../../../src/cards/number'
import { VIN } from '../../../src/cards/vin'
import { withoutMistake, type Mistake } from './mistakes'
import { likenessToOwn, shareAlone, type PageDigits } from './page-digits'
import type { Glyph } from './rows'
import { DIGITS, keep, LETTERS_AND_DIGITS, settle, spell, type Value } from './value'

/** A vehicle's number among a page's words. */
export const VIN_FORM = /(?<![A-Z\d])[A-HJ-NPR-Z\d]{17}(?![A-Z\d])/
const LENGTH = 17
/** Its last characters are digits. Source: GB 16735. */
export const VIN_DIGITS = 4
const ALPHABETS = Array.from({ length: LENGTH }, (_, index) =>
  index < LENGTH - VIN_DIGITS ? LETTERS_AND_DIGITS : DIGITS,
)
/** Those of China begin with an L, those of the United States with a 1, which is seldom registered here. Source: ISO 3780. */
const COUNTRY_MISTAKEN: Mistake[] = [['1', 'L', 0.01]]

/** The number of a vehicle (车辆识别代号). */
export function readVin(glyphs: Glyph[], digits: PageDigits): Value {
  return settle(spellVin(glyphs.filter((glyph) => !isUnlikeOne(glyph, digits))), (text) => isValid(text, VIN))
}

/**
 * Less sure, and less like the page's ones: it may be a J, which has the same value in the checksum, so that this would pass. By itself, a J has
 * hardly anything of a 1; of 220 ones in vehicles' numbers two had not, and were surer.
 */
const ONE = { sure: 0.7, like: 0.8, sureAlone: 0.9, leastAlone: 0.05 }

/** Something was read as a 1 that isn't one; what it is, nobody saw. */
function isUnlikeOne(glyph: Glyph, digits: PageDigits): boolean {
  const { text, score, alone } = glyph
  if (text !== '1') return false
  if (alone && score < ONE.sureAlone && shareAlone(glyph, '1') < ONE.leastAlone) return true
  return score < ONE.sure && (likenessToOwn(glyph, digits) ?? 1) < ONE.like
}

function spellVin(glyphs: Glyph[]): Glyph[] {
  const plain = keep(glyphs, LETTERS_AND_DIGITS).map((glyph) => ({
    ...glyph,
    text: glyph.text.replace(/[OQ]/, '0').replace('I', '1'),
  }))
  if (plain.length !== LENGTH) return plain
  return spell(plain, ALPHABETS).map((glyph, index) => (index === 0 ? withoutMistake(glyph, COUNTRY_MISTAKEN) : glyph))
}
