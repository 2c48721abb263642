import type { Glyph } from './rows'
import { textOf } from './rows'
import { keep, valueOf, within, type Alphabet, type Value } from './value'

const PROVINCE: Alphabet = (character) =>
  /^[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新]$/.test(character)
/** GA 36-2018: no plate has I or O. */
const OFFICE: Alphabet = (character) => /^[A-HJ-NP-Z]$/.test(character)
const SERIAL: Alphabet = (character) => /^[A-HJ-NP-Z\d挂学警港澳]$/.test(character)
const NEW_ENERGY: Alphabet = (character) => /^[A-HJK]$/.test(character)

/** What only a plate looks like. */
export const PLATE =
  /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z][A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳](?![A-Z\d])/
const LONGEST = 8
/** Eight characters have a new-energy vehicle's letter third or last. */
const FORM = /^\p{Script=Han}[A-Z]([A-Z\d]{4}[A-Z\d挂学警港澳]|[A-HJK][A-Z\d]\d{4}|\d{5}[A-HJK])$/u

/** 粤B12345: each character of those that can stand at its place. */
export function readPlate(glyphs: Glyph[]): Value {
  const start = glyphs.findIndex((glyph) => within(glyph, PROVINCE))
  if (start < 0) return { ...valueOf(keep(glyphs, SERIAL)), kind: 'code', isChecked: false }
  const alphabets = [PROVINCE, OFFICE]
  const plate = glyphs.slice(start).flatMap((glyph, index) => within(glyph, alphabets[index] ?? SERIAL) ?? [])
  const printed = withLetter(plate.slice(0, LONGEST))
  return { ...valueOf(printed), kind: 'code', isChecked: FORM.test(textOf(printed)) }
}

/** Eight characters that are no plate's: a letter was read as the digit that it is like, in one of its two places. */
function withLetter(plate: Glyph[]): Glyph[] {
  if (plate.length < LONGEST || FORM.test(textOf(plate))) return plate
  const [likeliest] = [2, LONGEST - 1]
    .flatMap((index) => {
      const letter = plate[index] && within(plate[index], NEW_ENERGY)
      return letter ? [plate.map((glyph, other) => (other === index ? letter : glyph))] : []
    })
    .filter((changed) => FORM.test(textOf(changed)))
    .sort((a, b) => valueOf(b).score - valueOf(a).score)
  return likeliest ?? plate
}
