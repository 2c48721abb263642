import type { Person } from '../people/person'
import type { Random } from '../random'
import type { Pen } from './canvas'
import { paintEmblem, paintHills } from './figures'
import type { Style } from './style'
import { printCells, printLine, type Lettering } from './text'

/** Sizes in millimetres: 四号 and 二号 Song above, 六号 labels, 五号 values. */
const SIZE = { country: 4.94, title: 7.76, label: 2.75, value: 3.3 }

/** The emblem side. */
export function paintBack(pen: Pen, person: Person, style: Style, random: Random): void {
  paintHills(pen, random)
  paintEmblem(pen, style.layout.back.emblem)
  printTitlesAndLabels(pen, style)
  pen.translate(style.offset.x, style.offset.y)
  printValues(pen, person, style)
  pen.translate(-style.offset.x, -style.offset.y)
}

function printTitlesAndLabels(pen: Pen, style: Style): void {
  const { back } = style.layout
  printAcross(pen, '中华人民共和国', back.country, { face: 'song', size: SIZE.country, colour: style.ink })
  printAcross(pen, '居民身份证', back.title, { face: 'song', size: SIZE.title, colour: style.ink })

  const label: Lettering = { face: boldOf(style), size: SIZE.label, colour: style.ink }
  printLine(pen, '签发机关', { x: back.labelX, y: back.authority.y }, label, 0.2)
  printLine(pen, '有效期限', { x: back.labelX, y: back.validity.y }, label, 0.2)
}

function printValues(pen: Pen, person: Person, style: Style): void {
  const { back } = style.layout
  const value: Lettering = { face: style.valueFace, size: SIZE.value, colour: style.ink }
  printLine(pen, person.authority, back.authority, value, 0.1)
  printLine(pen, `${withDots(person.validFrom)}-${withDots(person.validUntil)}`, back.validity, value, 0.1)
}

type Span = Style['layout']['back']['title']

function printAcross(pen: Pen, text: string, { y, left, right }: Span, lettering: Lettering): void {
  printCells(pen, text, { x: left, y }, (right - left) / text.length, lettering)
}

const BOLD: Partial<Record<Lettering['face'], Lettering['face']>> = {
  notoRegular: 'notoBold',
  harmonyRegular: 'harmonyBold',
}

function boldOf(style: Style): Lettering['face'] {
  return BOLD[style.labelFace] ?? style.labelFace
}

/** 20070105 → 2007.01.05; 长期 stays. */
function withDots(date: string): string {
  return date.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1.$2.$3')
}
