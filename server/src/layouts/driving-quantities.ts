import { untilGap } from './driving-words'
import { withoutMistake, type Mistake } from './mistakes'
import type { Glyph } from './rows'
import { textOf } from './rows'
import { DIGITS, inForm, keep, NOTHING, valueOf, within, type Value } from './value'

export const PASSENGERS_FORM = /^\d{1,2}人/
export const SIZE_FORM = /\d{4,5}[^\d]\d{4}[^\d]\d{4}/
const PRINTED_SIZE = /^[1-9]\d{3,4}(x[1-9]\d{2,3}){2}mm$/
/** No vehicle weighs less than 100 kg: a digit was lost. */
export const WEIGHT_FORM = /^[1-9]\d{2,4}kg$/
/** Behind what is left of its label, but for a letter that may be a digit. */
export const WEIGHT = /(?<![\dBDGILOQSZ])[1-9]\d{2,4}kg$/

/** Without its unit, a number may have lost its end: less than this leaves a doubt, and no more. */
const WITHOUT_UNIT = 0.55

/**
 * The last stroke of the label closes a five that is printed onto it: of ten sixes with a five among the candidates nine were fives, and of 30
 * others none had one.
 */
const ON_LABEL: Mistake[] = [['6', '5', 0.05]]
/** Or that stroke is read as a 1: the first of two digits is surer than this. */
export const SURE_FIRST_DIGIT = 0.7

export function readPassengers(glyphs: Glyph[]): Value {
  const { isChecked, ...value } = readQuantity(withoutLabel(glyphs), '人')
  return isChecked ? value : { ...value, score: Math.min(WITHOUT_UNIT, value.score) }
}

function withoutLabel([first, ...glyphs]: Glyph[]): Glyph[] {
  if (!first) return []
  const isStroke = first.text === '1' && first.score < SURE_FIRST_DIGIT && DIGITS(glyphs[0]?.text ?? '')
  return isStroke ? glyphs : [withoutMistake(first, ON_LABEL), ...glyphs]
}

/** A number and its unit: `5人`, `1800kg`. Without that, its end may be lost, too. */
function readQuantity(glyphs: Glyph[], unit: string): Value {
  const end = textOf(glyphs).search(/[人kK千公]/)
  const { text, score } = valueOf(keep(end > 0 ? glyphs.slice(0, end) : glyphs, DIGITS))
  return text === '' ? NOTHING : { text: text + unit, score, isChecked: end > 0 }
}

export function readWeight(glyphs: Glyph[]): Value {
  return inForm(readQuantity(untilGap(glyphs), 'kg'), WEIGHT_FORM)
}

/** `4582x1795x1458mm`: the sign between may have been read as anything, or as nothing. */
export function readSize(glyphs: Glyph[]): Value {
  const groups: Glyph[][] = [[]]
  for (const glyph of glyphs) {
    const digit = within(glyph, DIGITS)
    if (digit) groups[groups.length - 1]?.push(digit)
    else groups.push([])
  }
  const sides = groups.flatMap((group) => (group.length === 8 || group.length === 12 ? quartersOf(group) : [group]))
  const [length, width, height] = sides.filter((side) => side.length >= 3).map(valueOf)
  if (!length || !width || !height) return NOTHING
  const score = length.score * width.score * height.score
  const size = {
    text: `${length.text}x${width.text}x${height.text}mm`,
    score: /\dm/i.test(textOf(glyphs)) ? score : Math.min(WITHOUT_UNIT, score),
  }
  return inForm(size, PRINTED_SIZE)
}

/** Sides of four digits each. */
function quartersOf(digits: Glyph[]): Glyph[][] {
  return digits.length === 0 ? [] : [digits.slice(0, 4), ...quartersOf(digits.slice(4))]
}
