import type { Pen } from './canvas'
import { CARD, type Size } from './layouts'
import { printCells } from './text'

/** 样本 across the card: plain to see, and faint enough to read every field through it. */
export function paintSpecimenMark(pen: Pen, size: Size = CARD): void {
  pen.save()
  pen.translate(size.width / 2, size.height / 2)
  pen.rotate(-Math.PI / 9)
  printCells(pen, '样本', { x: -31, y: 0 }, 31, { face: 'notoBold', size: 24, colour: 'rgba(214,60,60,0.13)' })
  pen.restore()
}
