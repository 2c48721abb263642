import type { Pen } from './canvas'
import { familyOf, type Face } from './faces'
import type { Point } from './layouts'

export interface Lettering {
  face: Face
  /** Height of the em square, in millimetres. */
  size: number
  colour: string
  /** Another face for what is not Chinese. */
  latin?: Face
  /** How far it leans to the right, as a part of its height. */
  slant?: number
  /** Its width, as a part of the face's own; all of it by default. */
  squeeze?: number
  /** Whether the zero has a stroke through it, whatever the face has. */
  slashedZero?: boolean
}

/** The canvas rounds a face's measures to whole units, which in millimetres would be far too coarse. */
const UNITS_A_MILLIMETRE = 100

/** From the middle of a Chinese character down to its baseline, in ems. */
const MIDDLE_TO_BASELINE = 0.37

/** Prints characters one after the other, as wide as the face has them and `tracking` millimetres apart. */
export function printLine(pen: Pen, text: string, { x, y }: Point, lettering: Lettering, tracking = 0): void {
  hold(pen, lettering)
  let left = x
  for (const character of text) {
    printCharacter(pen, character, left, y, lettering)
    left += characterWidth(pen, character, lettering) + tracking
  }
}

/** Prints one character in each cell of a row: its middle in the cell's middle. */
export function printCells(pen: Pen, text: string, { x, y }: Point, pitch: number, lettering: Lettering): void {
  hold(pen, lettering)
  pen.textAlign = 'center'
  for (const [cell, character] of [...text].entries()) {
    printCharacter(pen, character, x + (cell + 0.5) * pitch, y, lettering)
  }
  pen.textAlign = 'left'
}

export function lineWidth(pen: Pen, text: string, lettering: Lettering, tracking = 0): number {
  hold(pen, lettering)
  return [...text].reduce((width, character) => width + characterWidth(pen, character, lettering) + tracking, 0)
}

/** Breaks text wherever the next character would pass `width`: Chinese needs no better place. */
export function breakLines(pen: Pen, text: string, width: number, lettering: Lettering, tracking = 0): string[] {
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    if (line !== '' && lineWidth(pen, line + character, lettering, tracking) > width) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  return [...lines, line]
}

function hold(pen: Pen, { face, latin, size, colour }: Lettering): void {
  const families = latin ? `${familyOf(latin)}, ${familyOf(face)}` : familyOf(face)
  pen.font = `${size * UNITS_A_MILLIMETRE}px ${families}`
  // Song is a variable face, by default as light as it can be; the others have one weight each.
  pen.fontVariationSettings = "'wght' 500"
  pen.fillStyle = colour
}

function printCharacter(pen: Pen, character: string, x: number, y: number, lettering: Lettering): void {
  const { size, slant = 0, squeeze = 1, slashedZero = false } = lettering
  pen.save()
  pen.translate(x, y + size * MIDDLE_TO_BASELINE)
  pen.transform(squeeze / UNITS_A_MILLIMETRE, 0, -slant / UNITS_A_MILLIMETRE, 1 / UNITS_A_MILLIMETRE, 0, 0)
  pen.fillText(character, 0, 0)
  if (slashedZero && character === '0') strikeZero(pen, size * UNITS_A_MILLIMETRE)
  pen.restore()
}

/** From the lower left to the upper right of the figure that was just printed. */
function strikeZero(pen: Pen, size: number): void {
  const { width } = pen.measureText('0')
  const left = pen.textAlign === 'center' ? -width / 2 : 0
  pen.lineWidth = size * 0.06
  pen.strokeStyle = pen.fillStyle
  pen.beginPath()
  pen.moveTo(left + width * 0.22, -size * 0.1)
  pen.lineTo(left + width * 0.78, -size * 0.6)
  pen.stroke()
}

function characterWidth(pen: Pen, character: string, { squeeze = 1 }: Lettering): number {
  return (pen.measureText(character).width * squeeze) / UNITS_A_MILLIMETRE
}
