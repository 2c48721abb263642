import type { Random } from '../random'
import type { Pen } from './canvas'
import { CARD, type Layout, type Point } from './layouts'

/** Stands in for a portrait: the outline of a head and shoulders, nobody's. */
export function paintPortrait(pen: Pen, { x, y, width, height }: Layout['front']['portrait'], random: Random): void {
  const skin = random.pick(['#cfae95', '#c29c82', '#d9bda6'])
  const clothes = random.pick(['#3d4654', '#5a4a4a', '#46604f', '#2f3138'])
  const hair = random.pick(['#26221f', '#3a332e'])
  const middle = x + width / 2

  pen.save()
  pen.beginPath()
  pen.rect(x, y, width, height)
  pen.clip()
  ellipse(pen, { x: middle, y: y + height * 1.06 }, width * 0.52, height * 0.34, clothes)
  pen.fillStyle = skin
  pen.fillRect(middle - width * 0.1, y + height * 0.58, width * 0.2, height * 0.17)
  ellipse(pen, { x: middle, y: y + height * 0.34 }, width * 0.29, height * 0.26, hair)
  ellipse(pen, { x: middle, y: y + height * 0.43 }, width * 0.24, height * 0.25, skin)
  pen.restore()
}

/** Stands in for the national emblem, of which it has the size and the colour: a disc with a plain rosette. */
export function paintEmblem(pen: Pen, centre: Point): void {
  const radius = 7.5
  ellipse(pen, centre, radius, radius, '#c8453b')
  ellipse(pen, centre, radius * 0.86, radius * 0.86, '#e9c27b')
  ellipse(pen, centre, radius * 0.78, radius * 0.78, '#c8453b')
  for (let petal = 0; petal < 8; petal++) {
    const angle = (petal * Math.PI) / 4
    const tip = { x: centre.x + radius * 0.42 * Math.cos(angle), y: centre.y + radius * 0.42 * Math.sin(angle) }
    ellipse(pen, tip, radius * 0.17, radius * 0.17, '#e9c27b')
  }
}

/** A faint range of hills along the lower edge. */
export function paintHills(pen: Pen, random: Random): void {
  for (const [height, colour] of [
    [20, 'rgba(150,120,140,0.14)'],
    [13, 'rgba(120,140,150,0.16)'],
  ] as const) {
    const phase = random.between(0, 6)
    pen.fillStyle = colour
    pen.beginPath()
    pen.moveTo(0, CARD.height)
    for (let x = 0; x <= CARD.width; x += 1) {
      pen.lineTo(x, CARD.height - height - 3 * Math.sin(x / 7 + phase) - 2 * Math.sin(x / 3.1 + 2 * phase))
    }
    pen.lineTo(CARD.width, CARD.height)
    pen.fill()
  }
}

function ellipse(pen: Pen, { x, y }: Point, radiusX: number, radiusY: number, colour: string): void {
  pen.fillStyle = colour
  pen.beginPath()
  pen.ellipse(x, y, radiusX, radiusY, 0, 0, 2 * Math.PI)
  pen.fill()
}
