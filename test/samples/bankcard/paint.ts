import type { Pen } from '../card/canvas'
import { CARD } from '../card/layouts'
import { paintPaper } from '../card/paper'
import { printCells, printLine, type Lettering } from '../card/text'
import type { Random } from '../random'
import { strokeFarrington } from './farrington'
import { groupsOf } from './number'
import type { BankStyle } from './style'

const HOLDERS = ['YANG BEN', 'ZHANG SAN', 'LI XIAOMING', 'WANG WU']

export function paintBankCard(pen: Pen, number: string, style: BankStyle, random: Random): void {
  paintPaper(pen, style, random)
  paintBrand(pen, style, random)
  paintExtras(pen, number, style, random)
  paintNumber(pen, number, style)
}

function paintBrand(pen: Pen, { bank, textInk, textFace }: BankStyle, random: Random): void {
  const lettering: Lettering = { face: textFace, size: bank.size, colour: textInk }
  const name = random.pick(['样本银行', '测试商业银行', '演示农村商业银行', '虚构储蓄银行'])
  printLine(pen, name, bank, lettering, 0.3)
  printLine(pen, 'SAMPLE BANK', { x: bank.x, y: bank.y + bank.size }, { ...lettering, size: bank.size / 2.4 }, 0.1)
  printLine(
    pen,
    random.pick(['借记卡 DEBIT', '信用卡 CREDIT', '储蓄卡']),
    { x: 62, y: 20 },
    { ...lettering, size: 2.6 },
  )
  paintChip(pen, random)
  pen.fillStyle = '#c33'
  pen.fillRect(66, 40, 13, 8.4)
  printLine(pen, '银样', { x: 67.4, y: 44.2 }, { face: 'notoBold', size: 5, colour: '#fff' })
}

function paintChip(pen: Pen, random: Random): void {
  pen.fillStyle = random.pick(['#d9b65c', '#c9ccd1'])
  pen.beginPath()
  pen.roundRect(9.5, 17.5, 11.5, 9, 1.2)
  pen.fill()
  pen.strokeStyle = 'rgba(60,50,20,0.6)'
  pen.lineWidth = 0.2
  for (const y of [20.5, 23.5]) pen.strokeRect(9.5, y, 11.5, 0.01)
  pen.strokeRect(13.3, 17.5, 3.9, 9)
}

function paintExtras(pen: Pen, number: string, { extras, number: at, textInk, textFace }: BankStyle, random: Random) {
  const small: Lettering = { face: textFace, size: 2.1, colour: textInk }
  const { x, y } = extras.validity
  const month = String(random.integer(1, 12)).padStart(2, '0')
  printLine(pen, 'MONTH/YEAR', { x: x + 7, y: y - 2.6 }, { ...small, size: 1.5 })
  printLine(pen, 'VALID THRU', { x, y }, { ...small, size: 1.5 })
  printLine(pen, `${month}/${random.integer(26, 39)}`, { x: x + 9, y }, { ...small, size: 3.2 })
  if (extras.firstFour) printLine(pen, number.slice(0, 4), { x: at.x, y: at.y + 4.6 }, { ...small, size: 2 })
  if (extras.holder) printLine(pen, random.pick(HOLDERS), { x: at.x, y: 47.5 }, { ...small, size: 3 })
  if (extras.phone) printLine(pen, '客服热线 95500  400 888 8888', { x: 6, y: 51 }, small)
}

function paintNumber(pen: Pen, number: string, style: BankStyle): void {
  const { grouping, groupsALine = grouping.length, number: at } = style
  const room = CARD.width - at.x - 5
  const longest = Math.max(...linesOf(grouping, groupsALine).map((line) => widthOf(line, at)))
  const squeeze = Math.min(1, room / longest)
  const groups = groupsOf(number, grouping)
  linesOf(groups, groupsALine).forEach((line, row) => {
    let x = at.x
    for (const group of line) {
      paintGroup(pen, group, x, at.y + row * at.height * 1.45, squeeze, style)
      x += (group.length * at.pitch + at.gap) * squeeze
    }
  })
}

function widthOf(lengths: readonly number[], { pitch, gap }: BankStyle['number']): number {
  return lengths.reduce((width, length) => width + length * pitch + gap, -gap)
}

function linesOf<T>(groups: readonly T[], groupsALine: number): T[][] {
  return groups.length === 0 ? [] : [groups.slice(0, groupsALine), ...linesOf(groups.slice(groupsALine), groupsALine)]
}

function paintGroup(pen: Pen, group: string, x: number, y: number, squeeze: number, style: BankStyle): void {
  const layers = LAYERS[style.manner]
  for (const { offset, colour } of layers) {
    printDigits(pen, group, { x: x + offset, y: y + offset }, squeeze, style, colour ?? style.ink)
  }
}

/** What an embossed digit shows, from the bottom up: its shadow, the light on its edge, its top. */
const LAYERS: Record<BankStyle['manner'], readonly { offset: number; colour?: string }[]> = {
  flat: [{ offset: 0 }],
  tipped: [
    { offset: 0.16, colour: 'rgba(0,0,0,0.55)' },
    { offset: -0.1, colour: 'rgba(255,255,255,0.6)' },
    { offset: 0 },
  ],
  embossed: [
    { offset: 0.22, colour: 'rgba(0,0,0,0.62)' },
    { offset: -0.2, colour: 'rgba(255,255,255,0.72)' },
    { offset: 0, colour: 'rgba(128,128,128,0.55)' },
  ],
}

function printDigits(
  pen: Pen,
  digits: string,
  { x, y }: { x: number; y: number },
  squeeze: number,
  { face, number }: BankStyle,
  colour: string,
): void {
  const pitch = number.pitch * squeeze
  if (face !== 'farrington') {
    printCells(pen, digits, { x, y }, pitch, { face, size: number.height, colour, squeeze })
    return
  }
  pen.strokeStyle = colour
  pen.save()
  pen.translate(x, y)
  pen.scale(squeeze, 1)
  for (const [cell, digit] of [...digits].entries()) {
    strokeFarrington(pen, digit, (cell + 0.5) * number.pitch, 0, number.height * 0.92)
  }
  pen.restore()
}
