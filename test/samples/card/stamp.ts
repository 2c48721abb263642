import type { Random } from '../random'
import type { Pen } from './canvas'
import type { Point } from './layouts'
import { printCells } from './text'

/** A round stamp across what is printed, faint as they are. */
export function paintRoundStamp(pen: Pen, { x, y }: Point, random: Random): void {
  const colour = `rgba(${random.pick(['190,40,45', '60,70,150'])},${random.between(0.28, 0.5)})`
  pen.save()
  pen.translate(x, y)
  pen.rotate(random.between(-0.5, 0.5))
  pen.strokeStyle = colour
  pen.lineWidth = 0.7
  pen.beginPath()
  pen.ellipse(0, 0, 9, 9, 0, 0, 2 * Math.PI)
  pen.stroke()
  printCells(pen, '样本', { x: -5.6, y: -1.5 }, 5.6, { face: 'song', size: 5, colour })
  printCells(pen, '仅供测试', { x: -6, y: 3.6 }, 3, { face: 'song', size: 2.6, colour })
  pen.restore()
}

/** A square seal with red characters in rows. */
export function paintSeal(pen: Pen, { x, y, side }: Point & { side: number }, rows: string[], random: Random): void {
  const colour = `rgba(205,50,50,${random.between(0.7, 0.95)})`
  pen.strokeStyle = colour
  pen.lineWidth = 0.5
  pen.strokeRect(x, y, side, side)
  const pitch = (side - 2) / rows.length
  rows.forEach((row, index) => {
    const cell = (side - 2) / row.length
    const at = { x: x + 1, y: y + 1 + (index + 0.5) * pitch }
    printCells(pen, row, at, cell, { face: 'song', size: Math.min(cell, pitch) * 0.92, colour })
  })
}

/** Scratches and a stain: what years in a wallet do. */
export function paintWear(pen: Pen, size: { width: number; height: number }, random: Random): void {
  for (let scratch = random.integer(4, 14); scratch > 0; scratch--) {
    pen.strokeStyle = `rgba(${random.pick(['255,255,255', '120,120,120'])},${random.between(0.2, 0.5)})`
    pen.lineWidth = random.between(0.05, 0.16)
    const from = { x: random.between(0, size.width), y: random.between(0, size.height) }
    pen.beginPath()
    pen.moveTo(from.x, from.y)
    pen.lineTo(from.x + random.between(-25, 25), from.y + random.between(-12, 12))
    pen.stroke()
  }
  pen.fillStyle = `rgba(130,110,70,${random.between(0.05, 0.14)})`
  pen.beginPath()
  pen.ellipse(random.between(0, size.width), random.between(0, size.height), 14, 9, 1, 0, 2 * Math.PI)
  pen.fill()
}
