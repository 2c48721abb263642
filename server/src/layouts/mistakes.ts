import type { Candidate, Character } from './line'
import type { Glyph, Row } from './rows'

/** A character that is likely to be another one, and how likely that has to be among the recogniser's own candidates. */
export type Mistake = [read: string, printed: string, least: number]

/** Less likely candidates tell nothing. */
const LEAST_LIKE_ZERO = 0.01

/**
 * What PP-OCRv4 makes of a face whose zeros have a stroke through them: an 8 of a zero. On some 40 drawn licences, each photographed several
 * times, 121 readings of an 8 had a zero among its candidates, and all were zeros; of 2,900 others fifteen were.
 */
export const ZEROS: Mistake[] = [['8', '0', LEAST_LIKE_ZERO]]

/**
 * It expects digits between digits, and so reads letters as such. Of 2,000 pictures of drawn licences, where letters and digits are mixed, the letter
 * was printed wherever it was as likely as this among the candidates: J 129 times (but for two ones, each just like the page's own), Q 43 of 44,
 * C 9 of 10, G 8, Z twice. Where digits stand alone it is no candidate.
 */
export const LETTERS: Mistake[] = [
  ['0', 'Q', 0.05],
  ['0', 'C', 0.03],
  ['1', 'J', 0.01],
  ['7', 'Z', 0.25],
  ['I', 'J', 0.01],
  [']', 'J', 0.02],
  ['3', 'J', 0.02],
  ['6', 'G', 0.05],
]

/** What is read instead of one character, and how likely that one is from then on. */
function insteadOf(printed: string, read: string, least: number): Mistake[] {
  return [...read].map((character) => [character, printed, least])
}

/**
 * Characters that PP-OCRv4 has learnt from a few pictures: where they are printed it is sure of another one, but sees them a hundred times likelier
 * than where that is printed. Each was drawn 240 times in four faces, some of them blurred or small, and most were hardly ever read right; so were
 * the others. Of the former up to one in twenty lies below the share here, of the latter one in a hundred above: but for 窜, and 咎 and 逮 below, which no
 * name begins with.
 */
export const NAMES: Mistake[] = [
  ...insteadOf('甯', '帘葡', 2e-8),
  ...insteadOf('甯', '宵窗窜', 2e-7),
  ...insteadOf('炅', '灵', 1e-3),
  ...insteadOf('垚', '圭封娃', 1e-3),
  ...insteadOf('彧', '或', 1.5e-3),
  ...insteadOf('燚', '焱', 0.06),
  ...insteadOf('瑗', '瑷', 0.25),
]

/** The same of what a name begins with. 逢 itself has a third above its share, and begins hardly any. */
export const SURNAMES: Mistake[] = [
  ...insteadOf('邴', '那', 2e-8),
  ...insteadOf('逯', '远退绿禄逸', 4e-8),
  ...insteadOf('逯', '逮逐', 1e-7),
  ...insteadOf('昝', '咎智答', 1e-5),
  ...insteadOf('璩', '琥壕稼', 2e-5),
  ...insteadOf('乜', '也', 2e-4),
  ...insteadOf('冼', '洗', 8e-4),
  ...insteadOf('仝', '全', 2e-3),
  ...insteadOf('佘', '余', 3e-3),
  ...insteadOf('逄', '逢', 3e-3),
]

/** No correction is surer than this. */
export const SUREST = 0.95

/** The character as it was printed: its own candidate where that tells a known mistake. */
export function withoutMistake<T extends Pick<Character, 'text' | 'score' | 'others'>>(
  character: T,
  known: Mistake[],
): T {
  const { text, others } = character
  for (const [read, printed, least] of known) {
    const candidate = text === read && others.find((other) => other.text === printed)
    if (!candidate || candidate.score < least) continue
    return asCandidate(character, candidate)
  }
  return character
}

/** The character as this one, if that is a candidate of it. */
export function asIfSeen<T extends Pick<Character, 'text' | 'score' | 'others'>>(character: T, printed: string): T {
  const candidate = character.text !== printed && character.others.find(({ text }) => text === printed)
  return candidate ? asCandidate(character, candidate) : character
}

/** The character as one of its candidates where it can't be what was read: the score of both is its own. */
export function asCandidate<T extends Pick<Character, 'text' | 'score' | 'others'>>(
  character: T,
  candidate: Candidate,
): T {
  const { text, score, others } = character
  const rivals = [{ text, score }, ...others.filter((other) => other !== candidate)]
  return { ...character, text: candidate.text, score: Math.min(SUREST, score + candidate.score), others: rivals }
}

/** A year and what may follow of a month. */
const DATE = /(?<!\d)(?:2[08]|19)\d\d[-年]?[018]\d/g

/** What must be zeros, whatever they were read as: a date's. */
export function zerosIn(rows: Row[]): Glyph[] {
  return rows.flatMap(({ text, glyphs }) =>
    [...text.matchAll(DATE)].flatMap(({ index, 0: date }) => {
      const [year, month] = [glyphs[index + 1], glyphs[index + date.length - 2]]
      const zeros = [date.startsWith('2') ? year : undefined, month?.text === '1' ? undefined : month]
      return zeros.filter((zero) => zero !== undefined)
    }),
  )
}

/** Whether the page has zeros with a stroke: where there must be a zero, the recogniser saw an 8, too. */
export function hasStrokes(zeros: Glyph[]): boolean {
  return zeros.some((zero) => zero.text === '8' || isLike8(zero))
}

const isLike8 = ({ others }: Glyph) => others.some(({ text, score }) => text === '8' && score >= LEAST_LIKE_ZERO)
