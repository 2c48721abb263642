import { HAN } from '../../layouts/value'

/** Steps from one character to the next that leave room for another: a Chinese one is five steps wide. */
const ROOM = 3
/** How likely it has to be that something stands there, whatever it is. */
const SOMETHING = 0.3

/**
 * A Chinese character that a recogniser hardly knows has a little of many others', and may have less of each than of nothing, and be passed over.
 * Where there is room for it and something is to be seen, it is the likeliest of them, which then has the score of a doubt.
 *
 * @param best the likeliest class of each step, 0 for nothing; completed here
 * @returns whether one was found
 */
export function findPassedOver(best: Uint32Array, probabilities: Float32Array, dictionary: string[]): boolean {
  const classes = dictionary.length
  let isFound = false
  for (let start = 0, end = 0; start < best.length; start = end + 1) {
    for (end = start; best[end] === 0;) end++
    const step = clearestStep(start === 0 ? 0 : start + ROOM - 1, end === best.length ? end : end - ROOM + 1)
    const index = step === undefined ? 0 : likeliestCharacter(step)
    if (step === undefined || !HAN(dictionary[index] ?? '')) continue
    best[step] = index
    isFound = true
  }
  return isFound

  /** The step before `end` where nothing is least likely. */
  function clearestStep(from: number, end: number): number | undefined {
    let [clearest, least] = [-1, 1 - SOMETHING]
    for (let step = from; step < end; step++) {
      const nothing = probabilities[step * classes] ?? 1
      if (nothing <= least) [clearest, least] = [step, nothing]
    }
    return clearest < 0 ? undefined : clearest
  }

  function likeliestCharacter(step: number): number {
    const scores = probabilities.subarray(step * classes, (step + 1) * classes)
    return scores.reduce((best, score, index) => (index > 1 && score > (scores[best] ?? 0) ? index : best), 1)
  }
}
