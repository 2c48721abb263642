import { alikeAsCut, likeness, meanOf, toPattern, type Pattern } from './alike'
import { leanTo, LETTERS, LIKELY } from './letters'
import type { Glyph } from './rows'
import { DIGITS } from './value'

/** What each digit looks like on this page. */
export type PageDigits = Map<string, Pattern>

/** A digit as sure as this shows what it looks like. */
const SURE = 0.9
/** Of each digit, so many are looked at. */
const MOST = 6

/**
 * @param dates the digits of dates, each as a calendar has it
 * @param numbers what stands in fields that have no letters
 */
export function learnDigits(dates: Glyph[], numbers: Glyph[]): PageDigits {
  const patterns = new Map<string, Pattern[]>()
  const learn = ({ text, shape }: Glyph) => {
    if (!shape) return
    const pattern = toPattern(shape)
    // A zero with a stroke through it is read as an 8, and never the other way round.
    const isZero = text === '8' && patterns.get('0')?.some((zero) => likeness(zero, pattern) >= SAME)
    const known = patterns.get(isZero ? '0' : text) ?? []
    if (known.length < MOST) patterns.set(isZero ? '0' : text, [...known, pattern])
  }
  dates.forEach(learn)
  numbers.filter(({ text, score }) => score >= SURE && DIGITS(text)).forEach(learn)
  return new Map([...patterns].map(([digit, all]) => [digit, meanOf(all)]))
}

/** Two pictures of one digit are at least as alike as this, those of different ones less. */
const SAME = 0.9
/** Of characters that the recogniser takes for one another less often. */
const QUITE_SAME = 0.94
/** A picture less alike than this to everything was cut badly. */
const OTHER = 0.6
/** How much wider than a 0 an O is at least. */
const WIDER = 1.25
/** No character settled by its picture is surer than this. */
const SETTLED = 0.95

/** What digits are read as among letters, and zeros with a stroke through them anywhere. */
const READ_AS: Record<string, string> = { O: '0', o: '0', D: '0', Q: '0', 8: '0', Z: '2', S: '5', B: '8' }
/** A character as sure as this, and of no such pair, is not looked at. */
const CERTAIN = 0.9

/**
 * The character as its picture shows it, beside the page's own digits; undefined where that tells nothing.
 * @param isCode whether letters and digits are mixed there
 */
export function asPictured(glyph: Glyph, digits: PageDigits, isCode: boolean): Glyph | undefined {
  const { text, score, shape } = glyph
  const isOfPair = text in READ_AS || (isCode && text in LETTERS)
  if (!shape || (score >= CERTAIN && !isOfPair)) return undefined
  const pattern = toPattern(shape)
  const [digit, own] = likest(digits, pattern)
  if (!own) return undefined
  const printed =
    digit === text ? isCode && letterFor(glyph, pattern, own) : isDigit(glyph, pattern, digit, own) && digit
  return printed ? { ...glyph, text: printed, score: SETTLED, others: [{ text, score }, ...glyph.others] } : undefined
}

/** A letter among the recogniser's own candidates, if the picture leans to it. */
function letterFor({ text, others }: Glyph, pattern: Pattern, own: Pattern): string | undefined {
  const rival = LETTERS[text]
  const candidate = others.find((other) => other.text === rival?.letter)
  if (!rival || !candidate || likeness(own, pattern) < OTHER) return undefined
  const least = candidate.score < LIKELY ? rival.least.hardly : rival.least.likely
  return leanTo(pattern, rival) - leanTo(own, rival) > least ? rival.letter : undefined
}

function isDigit({ text, others }: Glyph, pattern: Pattern, digit: string, own: Pattern): boolean {
  const isOften = READ_AS[text] === digit
  if (!isOften && !others.some((other) => other.text === digit)) return false
  const rival = LETTERS[digit]
  if (text === rival?.letter && leanTo(pattern, rival) - leanTo(own, rival) > rival.least.read) return false
  if (text === 'O' && pattern.proportion > WIDER * own.proportion) return false
  return likeness(own, pattern) >= (isOften ? SAME : QUITE_SAME)
}

/** The digit that the picture is likest to, and what that looks like. */
function likest(digits: PageDigits, pattern: Pattern): [digit: string, own: Pattern | undefined] {
  let [best, most]: [[string, Pattern | undefined], number] = [['', undefined], -1]
  for (const [digit, own] of digits) {
    const value = alikeAsCut(own, pattern)
    if (value > most) [best, most] = [[digit, own], value]
  }
  return best
}
