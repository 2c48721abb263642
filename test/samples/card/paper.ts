import type { Random } from '../random'
import type { Pen } from './canvas'
import { CARD, type Size } from './layouts'

export interface Paper {
  /** The paper's colour at its left, in its middle and at its right. */
  paper: readonly [string, string, string]
  guilloche: 'waves' | 'rosettes'
}

/** The printed ground of both sides: a faint gradient under a web of fine lines, as security printing has it. */
export function paintPaper(pen: Pen, style: Paper, random: Random, size: Size = CARD): void {
  const gradient = pen.createLinearGradient(0, 0, size.width, size.height * 0.3)
  style.paper.forEach((colour, index) => gradient.addColorStop(index / 2, colour))
  pen.fillStyle = gradient
  pen.fillRect(0, 0, size.width, size.height)
  pen.lineWidth = 0.07
  if (style.guilloche === 'waves') paintWaves(pen, random, size)
  else paintRosettes(pen, random, size)
}

const LINE_COLOURS = ['rgba(90,150,200,0.34)', 'rgba(200,130,150,0.3)', 'rgba(110,170,150,0.3)']

function paintWaves(pen: Pen, random: Random, size: Size): void {
  for (const colour of LINE_COLOURS) {
    pen.strokeStyle = colour
    const wave = { height: random.between(1.2, 3), length: random.between(9, 26), slope: random.between(-0.15, 0.15) }
    for (let top = -8; top < size.height + 8; top += 2) strokeWave(pen, top, wave, size)
  }
}

function strokeWave(
  pen: Pen,
  top: number,
  wave: { height: number; length: number; slope: number },
  { width }: Size,
): void {
  pen.beginPath()
  for (let x = 0; x <= width; x += 0.6) {
    pen.lineTo(x, top + x * wave.slope + wave.height * Math.sin((2 * Math.PI * x) / wave.length + top * 0.35))
  }
  pen.stroke()
}

function paintRosettes(pen: Pen, random: Random, size: Size): void {
  for (let index = 0; index < 6; index++) {
    pen.strokeStyle = random.pick(LINE_COLOURS)
    const centre = { x: random.between(0, size.width), y: random.between(0, size.height) }
    const petals = random.integer(7, 15)
    for (let radius = 4; radius < 30; radius += 2.3) strokeRosette(pen, centre, radius, petals)
  }
}

function strokeRosette(pen: Pen, centre: { x: number; y: number }, radius: number, petals: number): void {
  pen.beginPath()
  for (let angle = 0; angle <= 2 * Math.PI + 0.02; angle += 0.02) {
    const reach = radius * (1 + 0.16 * Math.sin(petals * angle))
    pen.lineTo(centre.x + reach * Math.cos(angle), centre.y + reach * Math.sin(angle))
  }
  pen.stroke()
}
