import { readAddress } from './address'
import { ADDRESS_FORM } from './address-form'
import { readDate } from './driving-date'
import { MODEL_FORM, readModel } from './driving-model'
import {
  PASSENGERS_FORM,
  readPassengers,
  readSize,
  readWeight,
  SIZE_FORM,
  WEIGHT,
  WEIGHT_FORM,
} from './driving-quantities'
import { readType, VEHICLE_TYPE } from './driving-type'
import { readVin, VIN_DIGITS, VIN_FORM } from './driving-vin'
import { asDigitSeen, partLike, readUse, untilFirmEnds, untilGap, WHOLE_USE } from './driving-words'
import type { Labelled } from './labels'
import { readPersonName } from './name'
import { asPrinted, type Print } from './page-digits'
import { readPlate } from './plate'
import type { Glyph } from './rows'
import { textOf } from './rows'
import { DIGITS, inForm, keep, valueOf, type Value } from './value'

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

/** Words that no label could be found for, read as text and as codes; none where the picture shows nothing else of the page. */
export interface Loose {
  words: Glyph[][]
  codes: Glyph[][]
}

export function readMain(entries: Entries, { words: loose, codes }: Loose, page: Print): Record<string, Value> {
  const { glyphs, code } = glyphsIn(entries, page)
  const [registered, issued] = datesIn(glyphs('register_date'), glyphs('issue_date'), loose)
  const [owner, below] = ownerIn(glyphs('owner'), glyphs('addr'))
  const vin = withoutCaption(orLike(VIN_FORM, code('vin'), codes))
  return {
    plate_num: readPlate(untilGap(code('plate'))),
    vehicle_type: readType(inFormOrLike(VEHICLE_TYPE, glyphs('vehicle_type'), loose)),
    owner: readPersonName(untilFirmEnds(withoutCaption(untilGap(owner)))),
    addr: readAddress(withoutCaption(orLike(ADDRESS_FORM, below, loose))),
    use_character: readUse(inFormOrLike(WHOLE_USE, glyphs('use_character'), loose)),
    model: readModel(withoutCaption(orLike(MODEL_FORM, code('model'), codes))),
    vin: readVin(vin, page.digits),
    engine_num: readEngine(orElse(code('engine_num'), engineBelow(vin, codes))),
    register_date: readDate(registered),
    issue_date: readDate(issued),
  }
}

export function readSecond(entries: Entries, { words: loose }: Loose, page: Print): Record<string, Value> {
  const { glyphs, code } = glyphsIn(entries, page)
  const passengers = untilGap(orLike(PASSENGERS_FORM, glyphs('passengers_num'), loose))
  const weights = weightsBeside(passengers, loose)
  return {
    plate_num_b: readPlate(untilGap(code('plate'))),
    record: inForm(valueOf(keep(untilGap(orLike(RECORD_FORM, glyphs('record'), loose)), DIGITS)), RECORD_FORM),
    passengers_num: readPassengers(passengers),
    total_quality: readWeight(orElse(glyphs('total_quality'), weights.total)),
    prepare_quality: readWeight(orElse(glyphs('prepare_quality'), weights.prepared)),
    overall_size: readSize(orLike(SIZE_FORM, glyphs('overall_size'), loose)),
  }
}

/** What stands behind a label; where it was found twice, the one with something behind it. Codes mix letters and digits. */
function glyphsIn(entries: Entries, page: Print) {
  const raw = (name: Label): Glyph[] => {
    const all = entries.filter((entry) => entry.name === name).map(({ glyphs }) => glyphs)
    return all.sort((a, b) => b.length - a.length)[0] ?? []
  }
  const printed = (isCode: boolean) => (name: Label) => asPrinted(raw(name), page, isCode)
  return { glyphs: printed(false), code: printed(true) }
}

const WITHOUT_LETTERS: Label[] = [
  'register_date',
  'issue_date',
  'record',
  'total_quality',
  'prepare_quality',
  'load',
  'overall_size',
  'towing',
  'addr',
]

/** What stands in fields without letters, and the end of a vehicle's number. */
export function withoutLetters(entries: Entries): Glyph[] {
  return entries.flatMap(({ name, glyphs }) => {
    if (name === 'vin') return glyphs.slice(-VIN_DIGITS)
    return WITHOUT_LETTERS.includes(name) ? glyphs : []
  })
}

/** What no other field looks like, and so is known without its label. */
const RECORD_FORM = /(?<!\d)\d{12}(?!\d)/
/** Not the day on which a vehicle has to be scrapped (强制报废期止). */
const DATE_FORM = /(?<![止：:])\d{4}-\d\d-\d\d|(?<![\d止：:])(?:19|20)\d{2}-?[01]\d-?[0-3]\d(?!\d)/g

/** What the main page has nothing like. */
export function isOfSecondPage(word: Glyph[]): boolean {
  return [RECORD_FORM, SIZE_FORM, WEIGHT_FORM].some((form) => form.test(textOf(word)))
}

/** What stands behind the label, or else what has the field's form. */
function orLike(form: RegExp, labelled: Glyph[], loose: Glyph[][]): Glyph[] {
  return orElse(labelled, loose.map((run) => partLike(form, run)).find(({ length }) => length > 0) ?? [])
}

/** The same of words that the standard has: what stands behind the label may be of the next one. */
function inFormOrLike(form: RegExp, labelled: Glyph[], loose: Glyph[][]): Glyph[] {
  const known = orLike(form, partLike(form, labelled), loose)
  return known.length > 0 ? known : labelled
}

function orElse(labelled: Glyph[], other: Glyph[]): Glyph[] {
  return labelled.length > 0 ? labelled : other
}

/** In heights of a line: from one row to the next, and how far values of one column begin apart at most. */
const ROW = 1.6
const ALIGNED = 3

/** How many rows the run stands below this one. */
function rowsBelow([first]: Glyph[], above: Glyph): number {
  return first ? Math.round((first.y - above.y) / above.height / ROW) : NaN
}

/** Whether the run stands on the next row, in this one's column. */
function isNextInColumn(run: Glyph[], above: Glyph): boolean {
  const left = run[0]?.left ?? Infinity
  return rowsBelow(run, above) === 1 && Math.abs(left - above.left) < ALIGNED * above.height
}

/** Weights whose labels are lost: the total stands on the row of the passengers, the prepared one below them. Source: GA 37. */
function weightsBeside([beside]: Glyph[], loose: Glyph[][]): { total: Glyph[]; prepared: Glyph[] } {
  if (!beside) return { total: [], prepared: [] }
  const weights = loose.map((run) => partLike(WEIGHT, run))
  return {
    total: weights.find((run) => rowsBelow(run, beside) === 0) ?? [],
    prepared: weights.find((run) => isNextInColumn(run, beside)) ?? [],
  }
}

/** Behind what is left of its label, or a stamp. */
const ENGINE_FORM = /(?<![A-Z\d])[A-Z\d]{4,}$/

/** An engine's number whose label is lost: it stands on the row below the vehicle's. Source: GA 37. */
function engineBelow([vin]: Glyph[], loose: Glyph[][]): Glyph[] {
  const numbers = loose.map((run) => partLike(ENGINE_FORM, run))
  return (vin && numbers.find((run) => isNextInColumn(run, vin))) ?? []
}

/** Where an address's label is lost, the address may have been taken for the owner's second line. */
function ownerIn(owner: Glyph[], address: Glyph[]): [owner: Glyph[], address: Glyph[]] {
  const below = address.length > 0 ? [] : partLike(ADDRESS_FORM, owner)
  const isBelow = below.length > 0 && below.length < owner.length
  return isBelow ? [owner.slice(0, -below.length), below] : [owner, address]
}

/** The two dates of the main page; where a label is lost, what looks like one: the first stands left of the second. */
function datesIn(registered: Glyph[], issued: Glyph[], loose: Glyph[][]): [registered: Glyph[], issued: Glyph[]] {
  const dates = [...loose.flatMap(partsLikeDate), ...partsLikeDate(registered).slice(1)].sort(
    (a, b) => (a[0]?.left ?? 0) - (b[0]?.left ?? 0),
  )
  if (registered.length > 0) return [registered, orElse(issued, dates[0] ?? [])]
  return issued.length > 0 ? [dates[0] ?? [], issued] : dates.length > 1 ? [dates[0] ?? [], dates[1] ?? []] : [[], []]
}

function partsLikeDate(run: Glyph[]): Glyph[][] {
  const found = [...textOf(run).matchAll(DATE_FORM)]
  return found.map(({ index, 0: date }) => run.slice(index, index + date.length))
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

const WHOLE_ENGINE = /^.{4}/

function readEngine(glyphs: Glyph[]): Value {
  const characters = keep(withoutCaption(glyphs), (text) => /^[A-Z\d-]$/.test(text))
  return { ...inForm(valueOf(characters.map(asDigitSeen)), WHOLE_ENGINE), kind: 'code' }
}
