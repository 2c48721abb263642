import { OcrError } from '../errors'
import { foldNames, isObject, textOf, unwrap } from './reply'

/** 通用印刷体, any printed text. */
export interface PrintedText {
  card: 'printedText'
  /** All lines, one below the other. */
  fields: { text: string }
  values: { lines: PrintedLine[] }
  checks: []
  /** The reply as it came. */
  raw: unknown
}

export interface PrintedLine {
  text: string
  /** Left-top, right-top, right-bottom, left-bottom in pixels of the picture; null when the reply doesn't say. */
  corners: Point[] | null
}

export interface Point {
  x: number
  y: number
}

const CORNERS = ['lefttop', 'righttop', 'rightbottom', 'leftbottom']

/** A reply as lines of text, or as the error that it is. A page without text has no lines. */
export function readPrintedText(reply: unknown): PrintedText | OcrError {
  const said = unwrap(reply, 'ocr_comm_res')
  if (said instanceof OcrError) return said
  if (!Array.isArray(said.items)) return new OcrError('service', 'no lines of text are in the reply')
  const lines = said.items.filter(isObject).map((item) => ({ text: textOf(item), corners: cornersOf(item.pos) }))
  const text = lines.map((line) => line.text).join('\n')
  return { card: 'printedText', fields: { text }, values: { lines }, checks: [], raw: reply }
}

function cornersOf(pos: unknown): Point[] | null {
  const named = isObject(pos) ? foldNames(pos) : {}
  const corners = CORNERS.map((name) => named[name])
  return corners.every(isPoint) ? corners : null
}

const isPoint = (value: unknown): value is Point =>
  isObject(value) && typeof value.x === 'number' && typeof value.y === 'number'
