import { SURE_FIRST_DIGIT } from '../../layouts/driving-quantities'
import { crop } from './crop'
import { blackest } from './ink'
import type { Picture } from './picture'
import type { Recognise, Text } from './recognize'
import { along, isWithin, type Rectangle } from './rectangle'

/** A label, the form of what stands behind it, and how far that goes at most, in characters of the label. */
interface Labelled {
  label: string
  form: RegExp
  length: number
  /** Whether the value may have a digit more or less. */
  isShort?: boolean
}

/** Of a licence's second page, and of its main page what may begin on its label. */
const LABELLED: Labelled[] = [
  { label: '车辆识别代号', form: /[A-Z\d]{17}/, length: 18.5 },
  { label: '核定载人数', form: /(?<!\d)\d{1,2}人/, length: 3.4, isShort: true },
  { label: '外廓尺寸', form: /(?<!\d)[1-9]\d{3,4}(×\d{3,4}){2}(?=m)/, length: 15 },
  { label: '整备质量', form: /(?<!\d)[1-9]\d{1,5}kg/, length: 6 },
  { label: '总质量', form: /(?<!\d)[1-9]\d{1,5}kg/, length: 6 },
]
/** Where else the value may begin, in characters of the label behind its end, and how high the strip is, in heights of the box. */
const STRIPS = [
  { from: 0, height: 1.2 },
  { from: 0.1, height: 1.2 },
  { from: 0.1, height: 1.4 },
]
/** A first digit that touches the label is read without its last strokes. */
const WITHOUT_LABEL = [
  { from: 0.2, height: 1.2 },
  { from: 0.3, height: 1.2 },
]

/**
 * A value that is printed onto the end of its label, or lies under a stamp, may be passed over, or a part of it. Then what stands
 * behind the label is read by itself, without what is lighter than the print: it counts where two strips of three have the same.
 * @param read of the box, its label first
 * @param boxes all that were found in the picture: one of them may be the value's
 */
export async function readBehind<T extends Text>(
  recognise: Recognise,
  picture: Picture,
  box: Rectangle,
  boxes: Rectangle[],
  read: T,
): Promise<T> {
  const labelled = LABELLED.find(({ label }) => startsLike(read.text, label))
  if (!labelled) return read
  const { label, form, length, isShort } = labelled
  const known = sureIn(valueIn(read, form))
  if (known && !(isShort && hasRoomForDigit(read, label))) return read
  const [first = 0, , third = 0] = read.characters.map(({ at }) => at * box.width)
  const pitch = (third - first) / 2
  const partBehind = (from: number, height: number): Rectangle => {
    const [start, width] = [first + (label.length - 0.5 + from) * pitch, (length - from) * pitch]
    return { ...along(box, start + (width - box.width) / 2), width, height: box.height * height }
  }
  if (boxes.some((other) => other !== box && isWithin(partBehind(0, 2), other))) return read
  const values: Text[] = []
  for (const { from, height } of known ? [...STRIPS, ...WITHOUT_LABEL] : STRIPS) {
    const part = partBehind(from, height)
    const value = valueIn(await recognise(blackest(crop(picture, part))), form)
    if (!value || (known && !isOneMore(known, value))) continue
    if (values.some(({ text }) => text === value.text)) return withValue(read, label, value, box, part)
    values.push(value)
  }
  return read
}

/** A digit less sure than this may be a stamp's, or half of one. */
const SURE = 0.8

function sureIn(value: Text | undefined): Text | undefined {
  return value?.characters.every(({ text, score }) => score >= SURE || !/\d/.test(text)) ? value : undefined
}

/** From the middle of a label's last character to that of the first digit behind, in characters of the label: room for a narrow one between. */
const ROOM = { least: 0.85, most: 1.45 }

/** A number that stands so close to its label may begin on it, and have lost its first digit. */
function hasRoomForDigit({ characters }: Text, { length }: string): boolean {
  const [first, last, next] = [characters[0], characters[length - 1], characters[length]]
  if (!first || !last || !next || !/\d/.test(next.text)) return false
  const distance = ((next.at - last.at) * (length - 1)) / (last.at - first.at)
  return distance > ROOM.least && distance < ROOM.most
}

/** Whether it has one digit more in front. */
function isOneMore(known: Text, { text, characters: [first] }: Text): boolean {
  return text.slice(1) === known.text && (first?.score ?? 0) >= SURE_FIRST_DIGIT
}

/** One of its characters may be misread, if it has four or more. */
function startsLike(text: string, label: string): boolean {
  const same = [...label].filter((character, index) => text[index] === character).length
  return same >= Math.max(3, label.length - 1)
}

function valueIn(read: Text, form: RegExp): Text | undefined {
  const found = form.exec(read.characters.map(({ text }) => text.replace(/[xX*]/, '×')).join(''))
  if (!found) return undefined
  return { ...read, text: found[0], characters: read.characters.slice(found.index, found.index + found[0].length) }
}

/** The label as it was read, and the value at its place in the box; a value that is longer goes on beyond. */
function withValue<T extends Text>(read: T, { length }: string, value: Text, box: Rectangle, part: Rectangle): T {
  const start =
    0.5 + (Math.cos(box.angle) * (part.x - box.x) + Math.sin(box.angle) * (part.y - box.y) - part.width / 2) / box.width
  const behind = value.characters.map((character) => ({
    ...character,
    at: start + (character.at * part.width) / box.width,
  }))
  // Where one of the label's characters was passed over, the next one read is the value's.
  const before = read.characters.slice(0, length).filter(({ at }) => at < start)
  const characters = [...before, ...behind]
  return { ...read, text: characters.map(({ text }) => text).join(''), characters }
}
