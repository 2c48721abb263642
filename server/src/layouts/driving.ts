import type { Line } from './line'
import { isOfSecondPage, withoutLetters, readMain, readSecond, type Label, type Loose } from './driving-fields'
import { MODEL_FORM } from './driving-model'
import { VEHICLE_TYPE } from './driving-type'
import { partLike, wordsOf } from './driving-words'
import { claim, gather } from './gather'
import { cutRows, placeOf, type Labelled } from './labels'
import { hasStrokes, zerosIn } from './mistakes'
import type { Page } from './page'
import { asPrinted, learnDigits } from './page-digits'
import { PLATE } from './plate'
import type { Reading } from './reading'
import { toReading } from './reading'
import { median, rowsOf, textOf, type Glyph } from './rows'

/** As the two pages print them. Source: GA 37. */
const LABELS: Record<Label, string> = {
  plate: '号牌号码',
  vehicle_type: '车辆类型',
  owner: '所有人',
  addr: '住址',
  use_character: '使用性质',
  model: '品牌型号',
  vin: '车辆识别代号',
  engine_num: '发动机号码',
  register_date: '注册日期',
  issue_date: '发证日期',
  record: '档案编号',
  passengers_num: '核定载人数',
  total_quality: '总质量',
  prepare_quality: '整备质量',
  load: '核定载质量',
  overall_size: '外廓尺寸',
  towing: '准牵引总质量',
  remark: '备注',
  inspection: '检验记录',
}
const ON_MAIN_PAGE: Label[] = [
  'vehicle_type',
  'owner',
  'addr',
  'use_character',
  'model',
  'vin',
  'engine_num',
  'register_date',
  'issue_date',
]
const ON_SECOND_PAGE: Label[] = [
  'record',
  'passengers_num',
  'total_quality',
  'prepare_quality',
  'load',
  'overall_size',
  'towing',
]
/** Values that may run over two lines. */
const OF_TWO_LINES: Label[] = ['owner', 'addr', 'remark', 'inspection']
/** Values of one word: what stands further behind belongs to a label that was lost. */
const OF_ONE_WORD: Label[] = ['plate', 'vehicle_type', 'use_character', 'passengers_num', 'record']
/** Values that have letters or digits in them. */
const NUMBERS: Label[] = ['model', 'vin', 'engine_num', 'register_date', 'issue_date', 'record', 'overall_size']
const ENOUGH_LABELS = 3
const NO_WORDS: Loose = { words: [], codes: [] }
/** The main page's, in large print: it counts as a label, as of the small ones little may be left. */
const TITLE = /机动车行驶证/
/** The English under the labels: no value is of small letters... */
const CAPTION = /^[A-Za-z.,' ]*[a-z][A-Za-z.,' ]*$|^VIN$/
/** ...not even where it was read as one with a value. */
const CAPTION_WORDS = /(?<!\d)[A-Z]?[a-z]{3,}(?:[.,' ]*(?:[A-Z]?[a-z]{2,}|N[o0]\.?))*[.,' ]*/g
/** Other papers have some of these labels, too. */
const OTHER_PAPERS = /驾驶证|准驾|身份证|公民身份|登记证书/

/**
 * A vehicle licence (行驶证), either page of it or both, in WeChat's words.
 * @returns undefined when the page shows too little of such a licence
 */
export function readVehicleLicence({ lines }: Page): Reading | undefined {
  const rows = rowsOf(ofUsualHeight(lines.filter((line) => !isCaption(line)).map(withoutCaptions)))
  if (rows.some(({ text }) => OTHER_PAPERS.test(text))) return undefined
  const { labelled, loose } = cutRows(rows, LABELS)
  const entries = claim(gather(labelled.map(withoutWords), loose, OF_TWO_LINES, isOfOneLine))
  const [main, second] = [
    entries.filter(({ name }) => ON_MAIN_PAGE.includes(name)),
    entries.filter(({ name }) => ON_SECOND_PAGE.includes(name)),
  ]
  const isTitled = lines.some(({ text }) => TITLE.test(text))
  const labels = isTitled ? 1 + main.length + second.length : Math.max(main.length, second.length)
  if (labels < ENOUGH_LABELS) return undefined
  const plates = entries.filter(({ name, glyphs }) => name === 'plate' && glyphs.length > 0)
  const taken = new Set(entries.flatMap(({ glyphs }) => glyphs))
  const zeros = zerosIn(rows)
  const page = { strokes: hasStrokes(zeros), digits: learnDigits(zeros, withoutLetters(entries)) }
  const words = [...loose.filter(([first]) => first && !taken.has(first)).flatMap(wordsOf), ...behindWords(entries)]
  const printed = (isCode: boolean) => words.map((word) => asPrinted(word, page, isCode))
  const unclaimed: Loose = { words: printed(false), codes: printed(true) }
  const hasMain = isTitled || main.length > 0
  const hasSecond = second.length > 0 || unclaimed.words.some(isOfSecondPage)
  if (plates.length < 2) plates.push(...loosePlates(unclaimed.codes))
  const isSecond = (plate: Labelled<Label>) => distance(plate, second) < distance(plate, main)
  const [onMain, onSecond] = [
    readMain([...main, ...plates.filter((plate) => !isSecond(plate))], hasMain ? unclaimed : NO_WORDS, page),
    readSecond([...second, ...plates.filter(isSecond)], hasSecond ? unclaimed : NO_WORDS, page),
  ]
  const absent = [hasMain ? {} : onMain, hasSecond ? {} : onSecond].flatMap(Object.keys)
  return toReading({ ...onMain, ...onSecond }, {}, absent)
}

/** Plates whose label was lost. */
function loosePlates(words: Glyph[][]): Labelled<Label>[] {
  return words.flatMap((word) => {
    const glyphs = partLike(PLATE, word)
    return glyphs.length > 0 ? [{ name: 'plate' as const, label: placeOf(glyphs), glyphs }] : []
  })
}

/** A value of one line with a form of its own. */
function isOfOneLine(run: Glyph[]): boolean {
  return [PLATE, VEHICLE_TYPE, MODEL_FORM].some((form) => form.test(textOf(run)))
}

function behindWords(entries: Labelled<Label>[]): Glyph[][] {
  return entries.filter(({ name }) => OF_ONE_WORD.includes(name)).flatMap(({ glyphs }) => wordsOf(glyphs).slice(1))
}

/** A stamp's words behind the label of a number are not its value, which then stands by itself. */
function withoutWords(entry: Labelled<Label>): Labelled<Label> {
  return NUMBERS.includes(entry.name) && !/[A-Z\d]/i.test(textOf(entry.glyphs)) ? { ...entry, glyphs: [] } : entry
}

function isCaption({ text }: Line): boolean {
  return CAPTION.test(text.trim())
}

function withoutCaptions(line: Line): Line {
  const spans = [
    ...line.characters
      .map(({ text }) => text)
      .join('')
      .matchAll(CAPTION_WORDS),
  ]
  if (spans.length === 0) return line
  const isCaption = (index: number) => spans.some((span) => index >= span.index && index < span.index + span[0].length)
  const characters = line.characters.filter((_, index) => !isCaption(index))
  return { ...line, characters, text: characters.map(({ text }) => text).join('') }
}

/** In heights of the usual line: the title, or something that is stamped or drawn across the page. */
const TOO_HIGH = 2.2

function ofUsualHeight(lines: Line[]): Line[] {
  const heightOf = ({ corners: [leftTop, , , leftBottom] }: Line) =>
    Math.hypot(leftBottom.x - leftTop.x, leftBottom.y - leftTop.y)
  const usual = median(lines.map(heightOf)) ?? 0
  return lines.filter((line) => heightOf(line) < TOO_HIGH * usual)
}

/** From a plate to the nearest label of a page that stands right of it or below. */
function distance({ label }: Labelled<Label>, others: Labelled<Label>[]): number {
  const away = others
    .map((other) => ({ right: other.label.left - label.left, down: other.label.y - label.y }))
    .filter(({ right, down }) => right > -label.height && down > -label.height)
    .map(({ right, down }) => Math.hypot(right, down))
  return Math.min(Infinity, ...away)
}
