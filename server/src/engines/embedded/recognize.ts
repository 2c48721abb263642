import type { Candidate, Character } from '../../layouts/line'
import { NAMES, SURNAMES } from '../../layouts/mistakes'
import { HAN } from '../../layouts/value'
import type { Strip } from './crop'
import { STRIP_HEIGHT, toInput } from './crop'
import type { Recogniser } from './models'
import { runModel } from './onnx'
import { findPassedOver } from './passed-over'

export interface Text {
  text: string
  /** The mean probability of its characters, 0 to 1. */
  score: number
  characters: Character[]
  /** Whether one of its characters was nearly passed over. */
  isFilled?: boolean
}

/** Whoever reads a strip: this process, or one beside it. */
export type Recognise = (strip: Strip) => Promise<Text>

/** How many other candidates of a character are kept, and how likely one has to be. */
const MOST_OTHERS = 8
const LEAST_LIKELY = 0.01
/** Of a Chinese character that is less sure than this: a name may have one that the recogniser hardly knows. */
const UNSURE = 0.8
const MOST_OTHERS_OF_UNSURE = 24
const LEAST_LIKELY_OF_UNSURE = 0.0005
const HARDLY_KNOWN = [...SURNAMES, ...NAMES]

/** Strips go one by one at their natural width: padded batches take longer on a CPU and read no better. */
export async function recognize({ recognition, dictionary }: Recogniser, strip: Strip): Promise<Text> {
  const probabilities = await runModel(recognition, toInput(strip), STRIP_HEIGHT, strip.width)
  return doubtEnds(decodeCtc(probabilities, dictionary), strip.width / STRIP_HEIGHT)
}

/**
 * In heights of the strip: from the middle of the first and of the last character to the strip's end; more than this is room for
 * another.
 */
const ROOM = { before: 0.95, behind: 1.15 }
const DOUBT = 0.2

/** A character that the recogniser doesn't know is often passed over: where one more would fit, its neighbour is in doubt. */
function doubtEnds(text: Text, length: number): Text {
  if (!hasRoom(text, length)) return text
  const last = text.characters.length - 1
  const characters = text.characters.map((character, index) =>
    (index === 0 && hasRoomBefore(character, length)) || (index === last && hasRoomBehind(character, length))
      ? { ...character, score: character.score * DOUBT }
      : character,
  )
  return { ...text, score: text.score * DOUBT, characters }
}

/** Whether a character may have been passed over at one of the ends of a strip of this length, in its heights. */
export function hasRoom({ characters }: Text, length: number): boolean {
  const [first, last] = [characters[0], characters[characters.length - 1]]
  return first !== undefined && last !== undefined && (hasRoomBefore(first, length) || hasRoomBehind(last, length))
}

function hasRoomBefore({ at }: Character, length: number): boolean {
  return at * length > ROOM.before
}

function hasRoomBehind({ at }: Character, length: number): boolean {
  return (1 - at) * length > ROOM.behind
}

/**
 * Greedy CTC decoding: the likeliest class of each step; repetitions are one character, class 0 is none.
 * @param probabilities of each class of the dictionary, step by step
 */
export function decodeCtc(probabilities: Float32Array, dictionary: string[]): Text {
  const classes = dictionary.length
  const best = likeliest(probabilities, classes)
  const isFilled = findPassedOver(best, probabilities, dictionary)
  const characters: Character[] = []
  for (let step = 0, end = 0; step < best.length; step = end) {
    for (end = step + 1; best[end] === best[step];) end++
    const index = best[step] ?? 0
    if (index !== 0) characters.push(toCharacter(index, step, end))
  }
  const total = characters.reduce((sum, { score }) => sum + score, 0)
  return {
    text: characters.map(({ text }) => text).join(''),
    score: characters.length === 0 ? 0 : total / characters.length,
    characters,
    isFilled,
  }

  /** A character that lasts over several steps is as likely as at its clearest one. */
  function toCharacter(index: number, from: number, end: number): Character {
    let clearest = from
    for (let step = from + 1; step < end; step++) if (scoreAt(step, index) > scoreAt(clearest, index)) clearest = step
    return {
      text: dictionary[index] ?? '',
      score: scoreAt(clearest, index),
      at: (from + end) / 2 / best.length,
      others: othersAt(clearest, index),
    }
  }

  function scoreAt(step: number, index: number): number {
    return probabilities[step * classes + index] ?? 0
  }

  function othersAt(step: number, chosen: number): Candidate[] {
    const [read, own] = [dictionary[chosen] ?? '', scoreAt(step, chosen)]
    const isUnsure = own < UNSURE && HAN(read)
    const least = isUnsure ? LEAST_LIKELY_OF_UNSURE : LEAST_LIKELY
    const others: Candidate[] = []
    for (let index = 1; index < classes && 1 - own >= least; index++) {
      const score = scoreAt(step, index)
      if (index !== chosen && score >= least) others.push({ text: dictionary[index] ?? '', score })
    }
    others.sort((a, b) => b.score - a.score).splice(isUnsure ? MOST_OTHERS_OF_UNSURE : MOST_OTHERS)
    return [...others, ...hardlyKnownAt(step, read).filter(({ text }) => others.every((other) => other.text !== text))]
  }

  /** Far below any other's share, that of such a character tells where it is printed. */
  function hardlyKnownAt(step: number, read: string): Candidate[] {
    return HARDLY_KNOWN.flatMap(([mistaken, text, least]) => {
      const score = mistaken === read ? scoreAt(step, dictionary.indexOf(text)) : 0
      return score >= least ? [{ text, score }] : []
    })
  }
}

/** The likeliest class of each step; no other can be likelier than one that has more than half. */
function likeliest(probabilities: Float32Array, classes: number): Uint32Array {
  const best = new Uint32Array(probabilities.length / classes)
  for (let step = 0, start = 0; step < best.length; step++, start += classes) {
    let highest = 0
    for (let index = 0; index < classes && highest <= 0.5; index++) {
      const probability = probabilities[start + index] ?? 0
      if (probability <= highest) continue
      highest = probability
      best[step] = index
    }
  }
  return best
}
