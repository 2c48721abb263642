import { STROKE } from '../../layouts/plate'
import { crop, naturalWidth, type Cropping, type Strip } from './crop'
import type { Picture } from './picture'
import { readBehind } from './read-behind'
import { isDigits, readEnds, readOn, readWide } from './read-digits'
import { readLast } from './read-last'
import { hasRoom, type Recognise, type Text } from './recognize'
import type { Rectangle } from './rectangle'

/** A licence's data leans to the right, by about this part of its height. */
const SLANT = 0.17
/** Of a strip's characters: below this mean, a closer look reads it again as if they leant. */
const SURE = 0.95
/** A plate whose 川, three strokes, was read as one or two of them where they lean, or with one too many... */
const STROKES = new RegExp(`川${STROKE.source}|${STROKE.source}川|^${STROKE.source}{1,2}[A-Z][A-Z\\d]{5}`)
/** ...or passed over. */
const WITHOUT_PROVINCE = /^[A-Z][A-Z\d]{5,6}$/
/**
 * What is narrow is whole in a strip as many times as wide: a plate whose letter was passed over (GA 36), 7人 that was read as one character.
 */
const NARROW = [
  { read: /^\p{Script=Han}\d[A-Z\d]{4}$/u, whole: /^\p{Script=Han}[A-Z]\d[A-Z\d]{4}$/u, times: 1.3 },
  { read: /^[人认入]$/, whole: /^\d{1,2}人$/, times: 1.5 },
]
/** The recogniser may pass over a character, and see it in a strip a little lower or higher, and longer. */
const OTHER_STRIPS = [
  { height: 0.8, length: 0.3 },
  { height: 1.2, length: 0.3 },
  { height: 0.8, length: 0.6 },
]

/** What was read, and from which strip. */
export interface StripText extends Text {
  strip: Strip
}

/**
 * The text of a box; where a first reading leaves a doubt, the surest of several.
 * @param boxes all that were found in the picture
 */
export async function readStrip(
  recognise: Recognise,
  picture: Picture,
  box: Rectangle,
  closer: boolean,
  boxes: Rectangle[] = [],
): Promise<StripText> {
  return readBehind(recognise, picture, box, boxes, await readBox(recognise, picture, box, closer, boxes))
}

async function readBox(
  recognise: Recognise,
  picture: Picture,
  box: Rectangle,
  closer: boolean,
  boxes: Rectangle[],
): Promise<StripText> {
  const read = async (part: Rectangle, cropping?: Cropping) => {
    const strip = crop(picture, part, cropping)
    return { ...(await recognise(strip)), strip }
  }
  const first = await read(box)
  const narrow = NARROW.find((one) => one.read.test(first.text))
  if (narrow) {
    const wide = await read(box, { width: Math.round(narrow.times * naturalWidth(box)) })
    if (narrow.whole.test(wide.text)) return wide
  }
  const isShort = hasRoom(first, box.width / box.height)
  if (STROKES.test(first.text) || (isShort && WITHOUT_PROVINCE.test(first.text))) {
    const upright = await read(box, { slant: SLANT })
    if (upright.text.includes('川') && !STROKES.test(upright.text)) return upright
  }
  if (isShort || first.isFilled) {
    const others = []
    for (const { height, length } of OTHER_STRIPS) {
      others.push(await read({ ...box, height: box.height * height, width: box.width + box.height * length }))
    }
    const least = first.characters.length + (first.isFilled ? 0 : 1)
    return surest([first, ...others.filter(({ characters }) => characters.length >= least)])
  }
  if (isDigits(first)) {
    const digits = await readWide(read, box, first, closer)
    return readOn(read, picture, box, boxes, closer ? await readEnds(read, box, digits) : digits)
  }
  const last = await readLast(read, picture, box, boxes, first)
  if (last !== first) return last
  return closer && first.score <= SURE ? surest([first, await read(box, { slant: SLANT })]) : first
}

function surest(readings: StripText[]): StripText {
  return readings.reduce((best, reading) => (reading.score > best.score ? reading : best))
}
