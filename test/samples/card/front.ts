import type { Person } from '../people/person'
import type { Random } from '../random'
import type { Pen } from './canvas'
import { paintPortrait } from './figures'
import type { Style } from './style'
import { breakLines, lineWidth, printCells, printLine, type Lettering } from './text'

/** Sizes in millimetres: the name 11 pt, the other values 9 pt, the labels 六号. */
const SIZE = { name: 3.88, value: 3.18, label: 2.75, number: 3.9 }

/** The portrait side. */
export function paintFront(pen: Pen, person: Person, style: Style, random: Random): void {
  paintPortrait(pen, style.layout.front.portrait, random)
  printLabels(pen, style)
  pen.translate(style.offset.x, style.offset.y)
  printValues(pen, person, style)
  pen.translate(-style.offset.x, -style.offset.y)
}

function printValues(pen: Pen, person: Person, style: Style): void {
  const { front } = style.layout
  const value: Lettering = { face: style.valueFace, size: SIZE.value, colour: style.ink }
  const number: Lettering = { face: style.numberFace, size: SIZE.number, colour: style.ink }
  printName(pen, person.name, style)
  printLine(pen, person.gender, front.gender, value)
  printLine(pen, person.nationality, front.nationality, value)
  printBirth(pen, person.birth, front.birth, value)
  printAddress(pen, person.addr, front.addr, value)
  printCells(pen, person.id, front.id, front.id.pitch, number)
}

function printLabels(pen: Pen, { layout, labelFace, labelColour }: Style): void {
  const { front } = layout
  const lettering: Lettering = { face: labelFace, size: SIZE.label, colour: labelColour }
  const print = (label: string, x: number, y: number, tracking = 0.6) =>
    printLine(pen, label, { x, y }, lettering, tracking)

  print('姓名', front.labelX, front.name.y)
  print('性别', front.labelX, front.gender.y)
  print('民族', front.nationalityLabel.x, front.nationalityLabel.y)
  print('出生', front.labelX, front.birth.y)
  print('年', front.birth.yearLabel, front.birth.y)
  print('月', front.birth.monthLabel, front.birth.y)
  print('日', front.birth.dayLabel, front.birth.y)
  print('住址', front.labelX, front.addr.y)
  print('公民身份号码', front.labelX, front.id.y, 0.1)
}

function printName(pen: Pen, name: string, { layout, valueFace, ink }: Style): void {
  const { portrait } = layout.front
  const full: Lettering = { face: valueFace, size: SIZE.name, colour: ink }
  const room = portrait.x - 2 - layout.front.name.x
  const squeeze = Math.min(1, room / lineWidth(pen, name, full))
  printLine(pen, name, layout.front.name, { ...full, size: SIZE.name * squeeze })
}

function printBirth(pen: Pen, birth: string, at: Style['layout']['front']['birth'], lettering: Lettering): void {
  const month = String(Number(birth.slice(4, 6)))
  const day = String(Number(birth.slice(6, 8)))
  printLine(pen, birth.slice(0, 4), { x: at.year, y: at.y }, lettering, 0.15)
  printCells(pen, month, { x: at.month, y: at.y }, 3.6 / month.length, lettering)
  printCells(pen, day, { x: at.day, y: at.y }, 3.6 / day.length, lettering)
}

function printAddress(pen: Pen, addr: string, at: Style['layout']['front']['addr'], lettering: Lettering): void {
  const tracking = 0.06
  const width = at.charactersALine * (lettering.size + tracking) + 0.1
  breakLines(pen, addr, width, lettering, tracking).forEach((line, index) =>
    printLine(pen, line, { x: at.x, y: at.y + index * at.pitch }, lettering, tracking),
  )
}
