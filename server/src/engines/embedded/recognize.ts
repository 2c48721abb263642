import type { Strip } from './crop'
import { STRIP_HEIGHT } from './crop'
import type { Models } from './models'
import { runModel } from './onnx'

export interface Text {
  text: string
  /** The mean probability of its characters, 0 to 1. */
  score: number
}

/** Strips go one by one at their natural width: padded batches take longer on a CPU and read no better. */
export async function recognize({ recognition, dictionary }: Models, strip: Strip): Promise<Text> {
  const probabilities = await runModel(recognition, strip.values, STRIP_HEIGHT, strip.width)
  return decodeCtc(probabilities, dictionary)
}

/**
 * Greedy CTC decoding: the likeliest class of each step; repetitions are one character, class 0 is none.
 * @param probabilities of each class of the dictionary, step by step
 */
export function decodeCtc(probabilities: Float32Array, dictionary: string[]): Text {
  const characters: string[] = []
  let [total, previous] = [0, 0]
  for (let start = 0; start < probabilities.length; start += dictionary.length) {
    const best = likeliest(probabilities, start, dictionary.length)
    if (best !== 0 && best !== previous) {
      characters.push(dictionary[best] ?? '')
      total += probabilities[start + best] ?? 0
    }
    previous = best
  }
  return { text: characters.join(''), score: characters.length === 0 ? 0 : total / characters.length }
}

function likeliest(probabilities: Float32Array, start: number, classes: number): number {
  let [best, highest] = [0, -1]
  for (let index = 0; index < classes; index++) {
    const probability = probabilities[start + index] ?? 0
    if (probability > highest) [best, highest] = [index, probability]
  }
  return best
}
