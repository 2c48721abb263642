import { crop, STRIP_HEIGHT } from './crop'
import { blackest } from './ink'
import type { Picture } from './picture'
import { readFurther, type Read } from './read-digits'
import type { Text } from './recognize'
import { along, isWithin, type Rectangle } from './rectangle'

/** A firm's name; labels of five characters, too, whose values are found by themselves. */
const NAME = /^\p{Script=Han}{5,}$/u
const CHARACTER = /^\p{Script=Han}$/u
/** How much black there is behind the box, as a part of that in its last character: less is none. */
const HAS_INK = 0.03
const BLACK = 128
const SURE = 0.9

/**
 * Detection may leave out a last character of few strokes, as 厂, which stands right behind the box: where there is ink, the name is read
 * on, and counts if it is the same and one more.
 * @param boxes all that were found
 */
export async function readLast<T extends Text>(
  read: Read<T>,
  picture: Picture,
  box: Rectangle,
  boxes: Rectangle[],
  text: T,
): Promise<T> {
  if (!NAME.test(text.text)) return text
  const behind = along({ ...box, width: 2 * box.height }, box.width / 2 + box.height)
  const isFound = boxes.some((other) => other !== box && isWithin(behind, firstOf(other)))
  if (isFound || !hasInk(picture, box)) return text
  const all = await readFurther(read, box, box.height)
  return isOneMore(text, all) ? all : text
}

/** The first character of a line. */
function firstOf(box: Rectangle): Rectangle {
  return along(box, (box.height - box.width) / 2)
}

function isOneMore({ text }: Text, { text: all, characters }: Text): boolean {
  const last = characters[characters.length - 1]
  return last !== undefined && all === text + last.text && CHARACTER.test(last.text) && last.score >= SURE
}

/** Right behind the box, beside what is in its last character. */
function hasInk(picture: Picture, box: Rectangle): boolean {
  const { bgr, width } = blackest(crop(picture, along({ ...box, width: 2 * box.height }, box.width / 2)))
  const black = [0, 0]
  for (let pixel = 0; pixel < STRIP_HEIGHT * width; pixel++) {
    const half = pixel % width < width / 2 ? 0 : 1
    if ((bgr[pixel] ?? 0) < BLACK) black[half] = (black[half] ?? 0) + 1
  }
  const [within = 0, after = 0] = black
  return after > HAS_INK * within
}
