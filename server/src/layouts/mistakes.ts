import type { Candidate, Character } from './line'

/** A character that is likely to be another one, and how likely that has to be among the recogniser's own candidates. */
type Mistake = [read: string, printed: string, least: number]

/**
 * What PP-OCRv4 makes of a zero with a stroke through it: an 8. On some 40 drawn licences, each photographed several times, 121 readings
 * of an 8 had a zero among its candidates, and all were zeros; of 2,900 others fifteen were.
 */
export const ZEROS: Mistake[] = [['8', '0', 0.01]]

/** It expects digits between digits: of 113 that had such a letter among their candidates, on the same licences, all were the letter. */
export const LETTERS: Mistake[] = [
  ['0', 'D', 0.1],
  ['0', 'Q', 0.1],
  ['1', 'J', 0.01],
  ['3', 'J', 0.01],
  ['7', 'J', 0.01],
]

/** The character as it was printed: its own candidate where that tells a known mistake. */
export function withoutMistake<T extends Pick<Character, 'text' | 'score' | 'others'>>(
  character: T,
  known: Mistake[],
): T {
  const { text, score, others } = character
  for (const [read, printed, least] of known) {
    const candidate = text === read && others.find((other) => other.text === printed)
    if (!candidate || candidate.score < least) continue
    const rivals: Candidate[] = [{ text, score }, ...others.filter((other) => other !== candidate)]
    return { ...character, text: printed, score: score + candidate.score, others: rivals }
  }
  return character
}
