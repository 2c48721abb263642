import { isCrowded, pitchOf } from '../../layouts/pitch'
import { crop, naturalWidth, type Cropping, type Strip } from './crop'
import type { Picture } from './picture'
import type { Text } from './recognize'
import { along, isWithin, type Rectangle } from './rectangle'

export type Read<T extends Text> = (box: Rectangle, cropping?: Cropping) => Promise<T>

const DIGITS = /^[\d ]{3,}$/
/** In heights of a strip: how far digits stand apart in running text. */
const USUAL_PITCH = 0.47
/** In usual pitches: from here on they are set wide. */
const WIDE = 1.3
/** A first look reads digits that are set wide a second time if one of them is less sure than this. */
const SURE = 0.98

export function isDigits({ text }: Text): boolean {
  return DIGITS.test(text.normalize('NFKC'))
}

/**
 * Digits that are set wide are read as near to each other as in running text: at their own width, one line of a bank number in
 * twenty-five has a 1 that is read as a 7; in a strip made narrower, none.
 */
export async function readWide<T extends Text>(read: Read<T>, box: Rectangle, first: T, closer: boolean): Promise<T> {
  const wide = widthOf(first, box)
  const isDoubtful = closer || isCrowded(placesOf(first)) || first.characters.some(({ score }) => score < SURE)
  return wide > WIDE && isDoubtful ? read(box, { width: Math.round(naturalWidth(box) / wide) }) : first
}

/** How wide digits are set, in usual pitches. */
function widthOf(text: Text, box: Rectangle): number {
  return (pitchOf(placesOf(text)) * box.width) / box.height / USUAL_PITCH
}

/** One digit less than most bank numbers have. */
const ONE_LESS = [15, 18]
/** In distances of digits: one, and a margin. */
const END = 1.5

/** Of digits that are set wide, detection may lose the first or the last: with room at both ends they are read again, and count with one more. */
export async function readEnds<T extends Text>(read: Read<T>, box: Rectangle, text: T): Promise<T> {
  if (!ONE_LESS.includes(digitsOf(text).length)) return text
  const end = END * pitchOf(placesOf(text)) * box.width
  const natural = naturalWidth({ ...box, width: box.width + 2 * end })
  const width = Math.round(natural / Math.max(1, widthOf(text, box)))
  const all = await readFurther((longer) => read(longer, { width }), box, end, end)
  const isOneMore = digitsOf(all).length === digitsOf(text).length + 1 && digitsOf(all).includes(digitsOf(text))
  return isOneMore ? all : text
}

/** A number of nineteen digits without its last group, which passes its checksum once in ten times. */
const ALL_BUT_LAST = 16
const MORE = /^\d{17,19}$/
/** In distances of digits: a gap, three digits and a margin. */
const LAST_GROUP = 4
/** Of the ink in the strip, per area: where a card is empty there was at most 0.46 of it, where it has digits at least 0.66. */
const HAS_INK = 0.57
/** What a reading is worth that may not be all. */
const DOUBT = 0.5

/**
 * Detection may lose the last group where it stands on a bank's mark, or in a lamp's reflection.
 * @param boxes all that were found
 */
export async function readOn<T extends Text>(
  read: Read<T>,
  picture: Picture,
  box: Rectangle,
  boxes: Rectangle[],
  text: T,
): Promise<T> {
  if (digitsOf(text).length !== ALL_BUT_LAST) return text
  const length = LAST_GROUP * pitchOf(placesOf(text)) * box.width
  const group = along({ ...box, width: length }, (box.width + length) / 2)
  const isFound = boxes.some((other) => other.height > box.height / 2 && isWithin(group, other))
  if (isFound || strokesIn(crop(picture, group)) < HAS_INK * strokesIn(crop(picture, box))) return text
  const all = await readFurther(read, box, length)
  return MORE.test(digitsOf(all)) && digitsOf(all).startsWith(digitsOf(text)) ? all : doubted(text)
}

/** The box and as much behind and before it; the places of its characters are the box's. */
export async function readFurther<T extends Text>(
  read: Read<T>,
  box: Rectangle,
  behind: number,
  before = 0,
): Promise<T> {
  const width = box.width + before + behind
  const all = await read(along({ ...box, width }, (behind - before) / 2))
  return { ...all, characters: all.characters.map((one) => ({ ...one, at: (one.at * width - before) / box.width })) }
}

/** How much neighbouring pixels differ: strokes do, colours that change slowly don't. */
export function strokesIn({ bgr }: Strip): number {
  let sum = 0
  for (let index = 2; index < bgr.length; index++) sum += Math.abs((bgr[index] ?? 0) - (bgr[index - 2] ?? 0))
  return sum / bgr.length
}

function doubted<T extends Text>(text: T): T {
  const last = text.characters.length - 1
  const characters = text.characters.map((character, index) =>
    index === last ? { ...character, score: character.score * DOUBT } : character,
  )
  return { ...text, score: text.score * DOUBT, characters }
}

function digitsOf({ text }: Text): string {
  return text.normalize('NFKC').replace(/ /g, '')
}

function placesOf({ characters }: Text): number[] {
  return characters.filter(({ text }) => text !== ' ').map(({ at }) => at)
}
