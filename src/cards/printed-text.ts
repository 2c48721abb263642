import type { OcrError } from '../errors'
import { objectIn, readReply, textOf } from './reply'

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
export const readPrintedText = (reply: unknown): PrintedText | OcrError =>
  readReply<Omit<PrintedText, 'raw'>>(reply, 'ocr_comm_res', ({ items }) => {
    if (!Array.isArray(items)) return undefined
    const lines = items.filter(objectIn).map((item) => ({ text: textOf(item), corners: cornersOf(item.pos) }))
    const text = lines.map((line) => line.text).join('\n')
    return { card: 'printedText', fields: { text }, values: { lines }, checks: [] }
  })

function cornersOf(pos: unknown): Point[] | null {
  const named = objectIn(pos) || {}
  const corners = CORNERS.map((name) => named[name])
  return corners.every(isPoint) ? corners : null
}

function isPoint(value: unknown): value is Point {
  const { x, y } = objectIn(value) || {}
  return [x, y].every(Number.isFinite)
}
