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
/** What one of 川's three strokes is read as. */
export const STROKE = /[IJL1l|/]/
/** Eight characters have a new-energy vehicle's letter third or last. */
const FORM = /^\p{Script=Han}[A-Z]([A-Z\d]{4}[A-Z\d挂学警港澳]|[A-HJK][A-Z\d]\d{4}|\d{5}[A-HJK])$/u

/** 粤B12345: each character of those that can stand at its place. */
export function readPlate(glyphs: Glyph[]): Value {
  const start = glyphs.findIndex((glyph) => within(glyph, PROVINCE))
  if (start < 0) {
    const sichuan = withSichuan(glyphs)
    return { ...valueOf(sichuan ?? keep(glyphs, SERIAL)), kind: 'code', isChecked: sichuan !== undefined }
  }
  const [first, ...rest] = withoutStrokes(glyphs.slice(start)).map(spellPlate)
  const printed = [first, ...rest].find((plate) => plate && hasForm(plate)) ?? first ?? []
  return { ...valueOf(printed), kind: 'code', isChecked: hasForm(printed) }
}

/** A province that was put together from its strokes is no surer. */
const PUT_TOGETHER = 0.9

/** Every plate begins with a province, and one alone is nothing but strokes: these may have been read each by itself, or as a letter. */
function withSichuan(glyphs: Glyph[]): Glyph[] | undefined {
  const [first] = glyphs
  if (!first) return undefined
  const province = { ...first, text: '川', score: Math.min(PUT_TOGETHER, first.score), others: [] }
  // A new-energy vehicle's, whose province was lost.
  if (hasForm([province, ...glyphs])) return undefined
  const end = glyphs.findIndex(({ text }) => !STROKE.test(text))
  return Array.from({ length: Math.min(3, end) }, (_, count) => [province, ...glyphs.slice(count + 1)])
    .map((plate) => ({ plate, spelt: spellPlate(plate) }))
    .find(({ plate, spelt }) => spelt.length === plate.length && hasForm(spelt))?.spelt
}

/** What the letter behind the province is read as, where no digit can stand. */
const OFFICE_LOOK_ALIKES: Record<string, string> = { 0: 'D', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' }

function spellPlate(glyphs: Glyph[]): Glyph[] {
  const alphabets = [PROVINCE, OFFICE]
  const plate = glyphs.flatMap((glyph, index) => {
    const letter = index === 1 && OFFICE_LOOK_ALIKES[glyph.text]
    return within(glyph, alphabets[index] ?? SERIAL) ?? (letter ? { ...glyph, text: letter } : [])
  })
  return withLetter(plate.slice(0, LONGEST))
}

const hasForm = (plate: Glyph[]) => FORM.test(textOf(plate))

/** The plate as it was read and, where 川 may have been read with a stroke or two too many, without those. */
function withoutStrokes([province, ...rest]: Glyph[]): Glyph[][] {
  if (!province) return []
  const isSichuan = within(province, PROVINCE)?.text === '川'
  const strokes = isSichuan ? rest.findIndex(({ text }) => !STROKE.test(text)) : 0
  return Array.from({ length: Math.min(2, Math.max(0, strokes)) + 1 }, (_, count) => [province, ...rest.slice(count)])
}

/** Eight characters that are no plate's: a letter was read as the digit that it is like, in one of its two places. */
function withLetter(plate: Glyph[]): Glyph[] {
  if (plate.length < LONGEST || hasForm(plate)) return plate
  const [likeliest] = [2, LONGEST - 1]
    .flatMap((index) => {
      const letter = plate[index] && within(plate[index], NEW_ENERGY)
      return letter ? [plate.map((glyph, other) => (other === index ? letter : glyph))] : []
    })
    .filter(hasForm)
    .sort((a, b) => valueOf(b).score - valueOf(a).score)
  return likeliest ?? plate
}
