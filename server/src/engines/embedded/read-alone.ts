import type { Candidate, Character } from '../../layouts/line'
import { pitchOf } from '../../layouts/pitch'
import { STRIP_HEIGHT, type Strip } from './crop'
import type { Recognise, Text } from './recognize'
import type { StripText } from './read-strip'

/** Of a line with letters and digits mixed: so many that it is no label's English. */
const CODE = /[A-Z\d]{4}/

/** Around the middle of a character, in the distance of two: what is cut out, and the margin of paper at its sides, in pixels. */
const HALF = 0.55
const MARGIN = 8

/**
 * Between digits a recogniser expects digits, and takes a letter for the one that it is like: a digit that may be a letter is read once more by
 * itself, cut out of its strip.
 */
export async function readAlone(recognise: Recognise, text: StripText): Promise<StripText> {
  if (!CODE.test(text.text)) return text
  const characters: Character[] = []
  const half = HALF * pitchOf(text.characters.map(({ at }) => at)) * text.strip.width
  for (const character of text.characters) {
    const strip = mayBeLetter(character) && cutOut(text.strip, character.at * text.strip.width, half)
    characters.push(strip ? { ...character, alone: candidatesOf(await recognise(strip)) } : character)
  }
  return { ...text, characters }
}

/** A J may be read as a 1 without being seen beside it. */
const SURE_ONE = 0.9

function mayBeLetter({ text, score, others }: Character): boolean {
  if (text === '1' && score < SURE_ONE) return true
  return /^\d$/.test(text) && others.some((other) => /^[A-Z]$/.test(other.text))
}

function candidatesOf({ characters }: Text): Candidate[] {
  return characters.flatMap(({ text, score, others }) => [{ text, score }, ...others])
}

/** Part of a strip; beyond its margin, and the strip's ends, the last column goes on. */
function cutOut({ bgr, width, slant }: Strip, middle: number, half: number): Strip {
  const [from, to] = [Math.round(middle - half), Math.round(middle + half)]
  const columns = Array.from({ length: to - from + 2 * MARGIN }, (_, column) => {
    const within = Math.min(Math.max(from + column - MARGIN, from), to - 1)
    return Math.min(Math.max(within, 0), width - 1)
  })
  const part = new Uint8Array(3 * STRIP_HEIGHT * columns.length)
  for (let row = 0, into = 0; row < 3 * STRIP_HEIGHT; row++) {
    for (const column of columns) part[into++] = bgr[row * width + column] ?? 0
  }
  return { bgr: part, width: columns.length, slant }
}
