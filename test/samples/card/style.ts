import type { Random } from '../random'
import type { Face } from './faces'
import type { Paper } from './paper'
import { LAYOUTS, type Layout, type Point } from './layouts'

/** One way of drawing a card. Several, so that a recogniser cannot be fitted to one of them. */
export interface Style extends Paper {
  layout: Layout
  labelFace: Face
  valueFace: Face
  numberFace: Face
  labelColour: string
  ink: string
  /** How far the values are printed off their place on the pre-printed card, in millimetres. */
  offset: Point
}

export function notoStyle(random: Random): Style {
  return {
    layout: LAYOUTS.template,
    labelFace: 'notoRegular',
    valueFace: random.pick<Face>(['notoLight', 'notoRegular']),
    numberFace: 'ocrB',
    labelColour: random.pick(['#2f7fc1', '#3a6fb5', '#4a8fd0']),
    ink: random.pick(['#1b1b1d', '#26272b', '#33343a']),
    paper: ['#dcecf5', '#f3e9ea', '#dceef0'],
    guilloche: 'waves',
    offset: printOffset(random),
  }
}

export function harmonyStyle(random: Random): Style {
  return {
    layout: LAYOUTS.measured,
    labelFace: 'harmonyRegular',
    valueFace: random.pick<Face>(['harmonyLight', 'harmonyRegular']),
    numberFace: random.pick<Face>(['ocrB', 'harmonyRegular']),
    labelColour: random.pick(['#1f8fbf', '#4b7fae', '#3fa0cc']),
    ink: random.pick(['#17181a', '#2b2a2e', '#3a3a3f']),
    paper: ['#e6f1ee', '#eef3f8', '#f3ebe4'],
    guilloche: 'rosettes',
    offset: printOffset(random),
  }
}

export function printOffset(random: Random): Point {
  return { x: random.between(-0.4, 0.4), y: random.between(-0.3, 0.3) }
}
