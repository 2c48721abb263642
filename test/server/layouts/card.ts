import type { Character, Line, Point } from '../../../server/src/layouts/line'
import type { Page } from '../../../server/src/layouts/page'

/** Text on a card 85.6 × 54 mm: where it begins, the middle of its height, and how high its characters are, in mm. */
export interface Print {
  text: string
  x: number
  y: number
  height?: number
}

type Transform = (point: Point) => Point

const PIXELS_PER_MM = 16
/** Engines leave this part of a character's height around a line. */
const MARGIN = 0.15

/** A page as an engine would read it: the card lies where `transform`, from mm to mm, puts it. */
export function page(prints: Print[], transform: Transform = (point) => point): Page {
  return { lines: prints.map((print) => toLine(print, transform)), width: 1600, height: 1200 }
}

/** Clockwise around the card's centre. */
export function tilted(degrees: number): Transform {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return ({ x, y }) => {
    const [dx, dy] = [x - 42.8, y - 27]
    return { x: 42.8 + dx * cos - dy * sin, y: 27 + dx * sin + dy * cos }
  }
}

/** As seen from beyond the upper edge, which comes out shorter by `share` than the lower one. */
export function seenFromBelow(share: number): Transform {
  return ({ x, y }) => {
    const depth = 1 + share * (1 - y / 54)
    return { x: 42.8 + (x - 42.8) / depth, y: 54 - (54 - y) / depth }
  }
}

function toLine({ text, x, y, height = 2.7 }: Print, transform: Transform): Line {
  const margin = height * MARGIN
  const width = [...text].reduce((sum, character) => sum + (/[\x20-\x7e]/.test(character) ? 0.6 : 1.05) * height, 0)
  const [left, right, top, bottom] = [x - margin, x + width + margin, y - height / 2 - margin, y + height / 2 + margin]
  const corner = (cornerX: number, cornerY: number) => {
    const point = transform({ x: cornerX, y: cornerY })
    return { x: point.x * PIXELS_PER_MM, y: point.y * PIXELS_PER_MM }
  }
  return {
    text,
    score: 0.99,
    characters: charactersOf(text),
    corners: [corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)],
  }
}

/** As wide as the line reckons them; all read well. */
function charactersOf(text: string): Character[] {
  const widths = [...text].map((character) => (/[\x20-\x7e]/.test(character) ? 0.6 : 1.05))
  const total = widths.reduce((sum, width) => sum + width, 0)
  let before = 0
  return [...text].map((character, index) => {
    const width = widths[index] ?? 0
    before += width
    return { text: character, score: 0.99, others: [], at: (before - width / 2) / total }
  })
}
