import { isValid } from '../../../src/cards/number'
import { VIN } from '../../../src/cards/vin'
import type { Labelled } from './labels'
import type { Glyph } from './rows'
import { textOf } from './rows'
import {
  DIGITS,
  HAN,
  keep,
  LETTERS_AND_DIGITS,
  NOTHING,
  settle,
  spell,
  valueOf,
  within,
  type Alphabet,
  type Value,
} from './value'

/** What the two pages print a label for; `plate` is on both. */
export type Label =
  | 'plate'
  | 'vehicle_type'
  | 'owner'
  | 'addr'
  | 'use_character'
  | 'model'
  | 'vin'
  | 'engine_num'
  | 'register_date'
  | 'issue_date'
  | 'record'
  | 'passengers_num'
  | 'total_quality'
  | 'prepare_quality'
  | 'load'
  | 'overall_size'
  | 'towing'
  | 'remark'
  | 'inspection'

type Entries = Labelled<Label>[]

/** @param loose what no label could be found for */
export function readMain(entries: Entries, loose: Glyph[][]): Record<string, Value> {
  const glyphs = glyphsIn(entries)
  return {
    plate_num: readPlate(untilGap(glyphs('plate'))),
    vehicle_type: valueOf(keep(untilGap(glyphs('vehicle_type')), HAN)),
    owner: { ...valueOf(withoutCaption(glyphs('owner'))), kind: 'name' },
    addr: valueOf(withoutCaption(glyphs('addr'))),
    use_character: valueOf(keep(untilGap(glyphs('use_character')), HAN)),
    model: readModel(orLike(MODEL_FORM, glyphs('model'), loose)),
    vin: readVin(orLike(VIN_FORM, glyphs('vin'), loose)),
    engine_num: readEngine(glyphs('engine_num')),
    register_date: readDate(glyphs('register_date')),
    issue_date: readDate(glyphs('issue_date')),
  }
}

export function readSecond(entries: Entries, loose: Glyph[][]): Record<string, Value> {
  const glyphs = glyphsIn(entries)
  return {
    plate_num_b: readPlate(untilGap(glyphs('plate'))),
    record: inForm(valueOf(keep(untilGap(orLike(RECORD_FORM, glyphs('record'), loose)), DIGITS)), RECORD_FORM),
    passengers_num: readQuantity(untilGap(glyphs('passengers_num')), '人'),
    total_quality: readQuantity(untilGap(glyphs('total_quality')), 'kg'),
    prepare_quality: readQuantity(untilGap(glyphs('prepare_quality')), 'kg'),
    overall_size: readSize(orLike(SIZE_FORM, glyphs('overall_size'), loose)),
  }
}

/** What stands behind a label; where it was found twice, the one with something behind it. */
function glyphsIn(entries: Entries) {
  return (name: Label): Glyph[] => {
    const all = entries.filter((entry) => entry.name === name).map(({ glyphs }) => glyphs)
    return all.sort((a, b) => b.length - a.length)[0] ?? []
  }
}

/** What no other field looks like, and so is known without its label. */
const VIN_FORM = /(?<![A-Z\d])[A-HJ-NPR-Z\d]{17}(?![A-Z\d])/
const RECORD_FORM = /(?<!\d)\d{12}(?!\d)/
const MODEL_FORM = /\p{Script=Han}{2,6}牌[A-Z\d]{4,}/u
const SIZE_FORM = /\d{4,5}[x×X*]\d{4}[x×X*]\d{4}/

function inForm(value: Value, form: RegExp): Value {
  return { ...value, isChecked: form.test(value.text) }
}

/** What stands behind the label, or else what has the field's form. */
function orLike(form: RegExp, labelled: Glyph[], loose: Glyph[][]): Glyph[] {
  if (labelled.length > 0) return labelled
  for (const run of loose) {
    const found = form.exec(textOf(run))
    if (found) return run.slice(found.index, found.index + found[0].length)
  }
  return []
}

/** In heights of a line: where a value of one word ends. */
const WORD_GAP = 1.2

function untilGap(glyphs: Glyph[]): Glyph[] {
  const end = glyphs.findIndex((glyph, index) => {
    const before = glyphs[index - 1]
    return before && glyph.left - before.right > WORD_GAP * glyph.height
  })
  return end < 0 ? glyphs : glyphs.slice(0, end)
}

/** The label's English, where it was read as one with the value. */
const CAPTIONS =
  /Plate ?No\.?|Vehicle ?Type|Owner|Address|Use ?Character|Model|EngineNo\.?|RegisterDate|IssueDate|VIN|^[^\p{L}\p{N}(（]+/gu

function withoutCaption(glyphs: Glyph[]): Glyph[] {
  const text = textOf(glyphs)
  return [...text.matchAll(CAPTIONS)]
    .reverse()
    .reduce((rest, { index, 0: caption }) => [...rest.slice(0, index), ...rest.slice(index + caption.length)], glyphs)
}

const PROVINCE: Alphabet = (character) =>
  /^[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新]$/.test(character)
/** GA 36-2018: no plate has I or O. */
const OFFICE: Alphabet = (character) => /^[A-HJ-NP-Z]$/.test(character)
const SERIAL: Alphabet = (character) => /^[A-HJ-NP-Z\d挂学警港澳]$/.test(character)

const LONGEST_PLATE = 8
/** Eight characters have a new-energy vehicle's letter third or last. */
const PLATE_FORM = /^\p{Script=Han}[A-Z]([A-Z\d]{4}[A-Z\d挂学警港澳]|[A-HJK][A-Z\d]\d{4}|\d{5}[A-HJK])$/u

/** 粤B12345: each character of those that can stand at its place. */
function readPlate(glyphs: Glyph[]): Value {
  const start = glyphs.findIndex((glyph) => within(glyph, PROVINCE))
  if (start < 0) return { ...valueOf(keep(glyphs, SERIAL)), isChecked: false }
  const alphabets = [PROVINCE, OFFICE]
  const plate = glyphs.slice(start).flatMap((glyph, index) => within(glyph, alphabets[index] ?? SERIAL) ?? [])
  return inForm(valueOf(plate.slice(0, LONGEST_PLATE)), PLATE_FORM)
}

/** 大众牌SVW71611KS: a make in Chinese, and what its maker calls it. */
function readModel(glyphs: Glyph[]): Value {
  return valueOf(keep(withoutCaption(glyphs), (text) => /^[\p{Script=Han}A-Z\d/()-]$/u.test(text)))
}

/** A letter that the recogniser itself also takes for a digit is one: only a digit has a stroke through it. */
function readEngine(glyphs: Glyph[]): Value {
  const characters = keep(withoutCaption(glyphs), (text) => /^[A-Z\d-]$/.test(text))
  return valueOf(
    characters.map((glyph) => {
      const digit = /[OIQ]/.test(glyph.text) && glyph.others.find(({ text }) => /^[01]$/.test(text))
      return digit ? { ...glyph, text: digit.text } : glyph
    }),
  )
}

function readVin(glyphs: Glyph[]): Value {
  const characters = keep(withoutCaption(glyphs), LETTERS_AND_DIGITS)
  const plain = characters.map((glyph) => ({ ...glyph, text: glyph.text.replace(/[OQ]/, '0').replace('I', '1') }))
  return settle(plain, (text) => isValid(text, VIN))
}

const among =
  (characters: string): Alphabet =>
  (character) =>
    characters.includes(character)
/** The digits of a date of this century or the last. */
const DATE: Alphabet[] = [among('12'), among('09'), DIGITS, DIGITS, among('01'), DIGITS, among('0123'), DIGITS]

const DATE_FORM = /^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** `2018-07-06`, whatever was made of the strokes between. */
function readDate(glyphs: Glyph[]): Value {
  const digits = keep(glyphs, DIGITS)
  if (digits.length < DATE.length) return NOTHING
  const { text, score } = valueOf(spell(digits.slice(0, DATE.length), DATE))
  return inForm({ text: `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`, score }, DATE_FORM)
}

/** A number and its unit: `5人`, `1800kg`. */
function readQuantity(glyphs: Glyph[], unit: string): Value {
  const end = textOf(glyphs).search(/[人kK千公]/)
  const { text, score } = valueOf(keep(end > 0 ? glyphs.slice(0, end) : glyphs, DIGITS))
  return text === '' ? NOTHING : { text: text + unit, score }
}

/** `4582x1795x1458mm`: the sign between may have been read as anything. */
function readSize(glyphs: Glyph[]): Value {
  const groups: Glyph[][] = [[]]
  for (const glyph of glyphs) {
    const digit = within(glyph, DIGITS)
    if (digit) groups[groups.length - 1]?.push(digit)
    else groups.push([])
  }
  const [length, width, height] = groups.filter((group) => group.length >= 3).map(valueOf)
  if (!length || !width || !height) return NOTHING
  return {
    text: `${length.text}x${width.text}x${height.text}mm`,
    score: length.score * width.score * height.score,
  }
}
