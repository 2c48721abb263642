import { ID_NUMBER } from '../../../src/cards/id-number'
import { isValid } from '../../../src/cards/number'
import { readAddress } from './address'
import type { Entry } from './idcard-entries'
import { entriesOf } from './idcard-entries'
import { readPersonName } from './name'
import { readNationality } from './nationalities'
import type { Reading } from './reading'
import { toReading } from './reading'
import { textOf, type Row } from './rows'
import { HAN, NOTHING, settle, valueOf, withDigits, type Alphabet, type Value } from './value'

/** An area, a date of birth in 1800 to 2099, a sequence and a check character: 18 in all. Source: GB 11643-1999. */
const ID = /(?<!\d)[1-9]\d{5}(?:18|19|20)\d{9}[\dX](?!\d)/
/** The number with a few digits too few or too many; nothing else on this side has as many. */
const DIGITS = /\d{14,}X?/
/** Lines of the background, read as characters; no province or city begins with one of these. */
const STROKES = /^[一\p{P}]+/u
const ENOUGH_LABELS = 3
/** In heights of a line of text: how far apart the lines of an address are, and how well they are aligned. */
const NEXT_LINE = 2.5
const ALIGNED = 1.5

/** The portrait's side, as WeChat names its fields: what is printed and nothing else, '' for what was not found. */
export function readFront(rows: Row[]): Reading | undefined {
  const entries = entriesOf(rows)
  if (!isFront(rows, entries)) return undefined
  const gender = findGender(entries)
  return toReading(
    {
      name: readName(entries, gender),
      id: readId(rows),
      addr: findAddress(entries, gender),
      gender: valueOf(gender?.glyphs.filter(({ text }) => /[男女]/.test(text)).slice(0, 1) ?? []),
      nationality: findNationality(gender),
    },
    { type: 'Front' },
  )
}

/** Other papers of a person's have the number and some of the labels too. */
const OTHER_PAPERS = /驾驶证|准驾|行驶证|DrivingLicense/i

function isFront(rows: Row[], entries: Entry[]): boolean {
  if (rows.some(({ text }) => OTHER_PAPERS.test(text))) return false
  const labels = entries.filter(({ label }) => label !== 'none' && label !== 'unknown')
  return labels.length >= ENOUGH_LABELS || rows.some(({ glyphs }) => ID.test(textOf(withDigits(glyphs))))
}

function findGender(entries: Entry[]): Entry | undefined {
  return entries.find(({ label }) => label === 'gender') ?? entries.find(({ value }) => /^.{0,3}民族/.test(value))
}

const NAME: Alphabet = (character) => character === '·' || HAN(character)

function readName(entries: Entry[], gender: Entry | undefined): Value {
  const above = gender && entries[entries.indexOf(gender) - 1]
  const { glyphs = [] } = entries.find(({ label }) => label === 'name') ?? above ?? {}
  const dotted = glyphs.map((glyph) => ({ ...glyph, text: glyph.text.replace(/[.．•・･]/g, '·') }))
  return readPersonName(dotted.filter(({ text }) => NAME(text)))
}

/** 民 and 族 are in no nationality's name, so what follows either of them is the value. */
function findNationality(gender: Entry | undefined): Value {
  if (!gender) return NOTHING
  const [label, value = ''] = /^.*?[民族]+([^民族]*)/.exec(gender.value) ?? ['']
  return readNationality(gender.glyphs.slice(label.length - value.length, label.length))
}

function findAddress(entries: Entry[], gender: Entry | undefined): Value {
  const birth = entries.find(({ label }) => label === 'birth') ?? (gender && entries[entries.indexOf(gender) + 1])
  const first = entries.find(({ label }) => label === 'addr') ?? (birth && entries[entries.indexOf(birth) + 1])
  if (!first) return NOTHING
  const glyphs = entries
    .slice(entries.indexOf(first) + 1)
    .reduce((lines, entry) => (isNextLine(lines[lines.length - 1], entry) ? [...lines, entry] : lines), [first])
    .flatMap((line) => line.glyphs)
  return readAddress(glyphs.slice(STROKES.exec(textOf(glyphs))?.[0].length))
}

function isNextLine(line: Entry | undefined, next: Entry): boolean {
  if (!line || next.label !== 'none' || DIGITS.test(textOf(withDigits(next.glyphs)))) return false
  const { middle, height } = line.row
  return next.row.middle - middle < NEXT_LINE * height && Math.abs(next.left - line.left) < ALIGNED * height
}

/** The number as it is printed, right or wrong. */
function readId(rows: Row[]): Value {
  const numbers = rows.map(({ glyphs }) => withDigits(glyphs))
  for (const pattern of [ID, DIGITS]) {
    for (const glyphs of numbers) {
      const found = pattern.exec(textOf(glyphs))
      if (!found) continue
      const number = glyphs.slice(found.index, found.index + found[0].length)
      return settle(number, (text) => isValid(text, ID_NUMBER))
    }
  }
  return NOTHING
}
