import type { Reply } from '../engines/engine'
import { withDigits } from './digits'
import type { Entry } from './idcard-entries'
import { entriesOf } from './idcard-entries'
import { nearestNationality } from './nationalities'
import type { Row } from './rows'

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
export function readFront(rows: Row[]): Reply | undefined {
  const entries = entriesOf(rows)
  if (!isFront(rows, entries)) return undefined
  const gender = findGender(entries)
  return {
    type: 'Front',
    name: readName(entries, gender),
    id: readId(rows),
    addr: readAddress(entries, gender),
    gender: /[男女]/.exec(gender?.value ?? '')?.[0] ?? '',
    nationality: readNationality(gender),
  }
}

/** Other papers of a person's have the number and some of the labels too. */
const OTHER_PAPERS = /驾驶证|准驾|行驶证|DrivingLicense/i

function isFront(rows: Row[], entries: Entry[]): boolean {
  if (rows.some(({ text }) => OTHER_PAPERS.test(text))) return false
  const labels = entries.filter(({ label }) => label !== 'none' && label !== 'unknown')
  return labels.length >= ENOUGH_LABELS || rows.some(({ text }) => ID.test(withDigits(text)))
}

function findGender(entries: Entry[]): Entry | undefined {
  return entries.find(({ label }) => label === 'gender') ?? entries.find(({ value }) => /^.{0,3}民族/.test(value))
}

function readName(entries: Entry[], gender: Entry | undefined): string {
  const above = gender && entries[entries.indexOf(gender) - 1]
  const entry = entries.find(({ label }) => label === 'name') ?? above
  return hanOnly((entry?.value ?? '').replace(/[.．•・･]/g, '·'))
}

/** 民 and 族 are in no nationality's name, so what follows either of them is the value. */
function readNationality(gender: Entry | undefined): string {
  const [, value = ''] = /[民族]+([^民族]*)/.exec(gender?.value ?? '') ?? []
  return hanOnly(nearestNationality(value.normalize('NFKC')))
}

function readAddress(entries: Entry[], gender: Entry | undefined): string {
  const birth = entries.find(({ label }) => label === 'birth') ?? (gender && entries[entries.indexOf(gender) + 1])
  const first = entries.find(({ label }) => label === 'addr') ?? (birth && entries[entries.indexOf(birth) + 1])
  if (!first) return ''
  return entries
    .slice(entries.indexOf(first) + 1)
    .reduce((lines, entry) => (isNextLine(lines[lines.length - 1], entry) ? [...lines, entry] : lines), [first])
    .map(({ value }) => value)
    .join('')
    .replace(STROKES, '')
}

function isNextLine(line: Entry | undefined, next: Entry): boolean {
  if (!line || next.label !== 'none' || DIGITS.test(withDigits(next.value))) return false
  const { middle, height } = line.row
  return next.row.middle - middle < NEXT_LINE * height && Math.abs(next.left - line.left) < ALIGNED * height
}

/** The number as it is printed, right or wrong. */
function readId(rows: Row[]): string {
  const texts = rows.map(({ text }) => withDigits(text))
  const [id = ''] = [ID, DIGITS].flatMap((pattern) => texts.flatMap((text) => pattern.exec(text)?.[0] ?? []))
  return id
}

function hanOnly(text: string): string {
  return text.replace(/[^\p{Script=Han}·]/gu, '')
}
