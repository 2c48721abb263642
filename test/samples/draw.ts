import { paintBack } from './card/back'
import { canvasLibrary, type Pen } from './card/canvas'
import { paintFront } from './card/front'
import { CARD } from './card/layouts'
import { paintPaper } from './card/paper'
import { paintSpecimenMark } from './card/specimen-mark'
import { pickStyle, type Style } from './card/style'
import { inventPerson, type Person } from './people/person'
import { seededRandom, type Random } from './random'
import { backTruth, frontTruth, type Truth } from './truth'

/** One side of a card: a clean scan, and what it says. */
export interface Specimen {
  /** As its files are named, without an ending: `7-000-front`. */
  name: string
  truth: Truth
  /** A JPEG, 1400 × 883 px, the card from edge to edge. */
  scan: Buffer
}

const SCAN = { width: 1400, height: 883, quality: 86 }

/**
 * Draws made-up identity cards, first the portrait side and then the emblem side of each.
 * Needs `installWhatDrawingNeeds()` first.
 *
 * @param seed the same seed draws the same cards, different seeds share none
 * @param count of cards, each of which makes two specimens; at most 1000
 */
export async function* drawIdCards({ seed, count }: { seed: number; count: number }): AsyncGenerator<Specimen> {
  for (let index = 0; index < count; index++) {
    const person = inventPerson(seed * 1000 + index)
    const name = `${seed}-${String(index).padStart(3, '0')}`
    const random = seededRandom(seed * 1000 + index, 'card')
    const style = pickStyle(random)
    yield { name: `${name}-front`, truth: frontTruth(person), scan: await draw(paintFront, person, style, random) }
    yield { name: `${name}-back`, truth: backTruth(person), scan: await draw(paintBack, person, style, random) }
  }
}

type PaintSide = (pen: Pen, person: Person, style: Style, random: Random) => void

function draw(paintSide: PaintSide, person: Person, style: Style, random: Random): Promise<Buffer> {
  const canvas = canvasLibrary().createCanvas(SCAN.width, SCAN.height)
  const pen = canvas.getContext('2d')
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, SCAN.width, SCAN.height)
  pen.scale(SCAN.width / CARD.width, SCAN.height / CARD.height)
  pen.roundRect(0, 0, CARD.width, CARD.height, CARD.cornerRadius)
  pen.clip()
  paintPaper(pen, style, random)
  paintSide(pen, person, style, random)
  paintSpecimenMark(pen)
  return canvas.encode('jpeg', SCAN.quality)
}
