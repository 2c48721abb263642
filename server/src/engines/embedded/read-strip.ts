import { isCrowded, pitchOf } from '../../layouts/pitch'
import { crop, naturalWidth, type Cropping, type Strip } from './crop'
import type { Picture } from './picture'
import { hasRoom, type Recognise, type Text } from './recognize'
import type { Rectangle } from './rectangle'

/** A licence's data leans to the right, by about this part of its height. */
const SLANT = 0.17
/** Of a strip's characters: below this mean, a closer look reads it again as if they leant. */
const SURE = 0.95
/** Of a short word the recogniser may pass over a character, and see it in a strip a little lower or higher, and longer. */
const OTHER_STRIPS = [
  { height: 0.8, length: 0.3 },
  { height: 1.2, length: 0.3 },
  { height: 0.8, length: 0.6 },
]

/** In heights of a strip: how far digits stand apart in running text, and from where on they are set wide. */
const USUAL_PITCH = 0.47
const WIDE_PITCH = 0.6
const DIGITS = /^[\d ]{3,}$/
/** A first look reads digits that are set wide a second time if one of them is less sure than this. */
const SURE_DIGIT = 0.98

/** What was read, and from which strip. */
export interface StripText extends Text {
  strip: Strip
}

/** The text of a box; where a first reading leaves a doubt, the surest of several. */
export async function readStrip(
  recognise: Recognise,
  picture: Picture,
  box: Rectangle,
  closer: boolean,
): Promise<StripText> {
  const read = async (part: Rectangle, cropping?: Cropping) => {
    const strip = crop(picture, part, cropping)
    return { ...(await recognise(strip)), strip }
  }
  const first = await read(box)
  if (hasRoom(first, box.width / box.height)) {
    const others = []
    for (const { height, length } of OTHER_STRIPS) {
      others.push(await read({ ...box, height: box.height * height, width: box.width + box.height * length }))
    }
    return surest([first, ...others.filter((other) => other.characters.length > first.characters.length)])
  }
  const pitch = digitPitch(first, box)
  if (pitch > WIDE_PITCH && (closer || isCrowded(placesOf(first)) || leastSure(first) < SURE_DIGIT)) {
    return read(box, { width: Math.round((naturalWidth(box) * USUAL_PITCH) / pitch) })
  }
  return closer && first.score <= SURE ? surest([first, await read(box, { slant: SLANT })]) : first
}

/** In heights of the strip; 0 when there is other text in it. */
function digitPitch(text: Text, { width, height }: Rectangle): number {
  return DIGITS.test(text.text.normalize('NFKC')) ? (pitchOf(placesOf(text)) * width) / height : 0
}

function placesOf({ characters }: Text): number[] {
  return characters.filter(({ text }) => text !== ' ').map(({ at }) => at)
}

function leastSure({ characters }: Text): number {
  return Math.min(...characters.map(({ score }) => score))
}

function surest(readings: StripText[]): StripText {
  return readings.reduce((best, reading) => (reading.score > best.score ? reading : best))
}
