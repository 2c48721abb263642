import { alikeAsCut, likeness, meanOf, toPattern, type Pattern } from './alike'
import { leanTo, LETTERS, LIKELY } from './letters'
import { LETTERS as MISTAKEN, SUREST, withoutMistake, ZEROS } from './mistakes'
import type { Glyph } from './rows'
import { DIGITS } from './value'

/** What each digit looks like on this page. */
export type PageDigits = Map<string, Pattern>

/** A digit as sure as this shows what it looks like. */
const SURE = 0.9
/** Of each digit, so many are looked at. */
const MOST = 6

/**
 * @param zeros what must be zeros
 * @param others what stands in fields without letters
 */
export function learnDigits(zeros: Glyph[], others: Glyph[]): PageDigits {
  const patterns = new Map<string, Pattern[]>()
  const learn = (digit: string, { shape }: Glyph) => {
    const known = patterns.get(digit) ?? []
    if (shape && known.length < MOST) patterns.set(digit, [...known, toPattern(shape)])
  }
  for (const zero of zeros) learn('0', zero)
  for (const glyph of others) {
    if (glyph.score >= SURE && DIGITS(glyph.text) && !isLikeZero(glyph, patterns.get('0'))) learn(glyph.text, glyph)
  }
  return new Map([...patterns].map(([digit, all]) => [digit, commonOf(all)]))
}

/** A zero with a stroke through it is read as an 8, so an 8 that looks like one shows nothing. */
function isLikeZero({ text, shape }: Glyph, zeros: Pattern[] = []): boolean {
  if (text !== '8' || !shape) return false
  const pattern = toPattern(shape)
  return zeros.some((zero) => likeness(zero, pattern) >= SAME)
}

/** What most of them have in common: some are cut badly. */
function commonOf(patterns: Pattern[]): Pattern {
  const all = meanOf(patterns)
  const good = patterns.filter((pattern) => likeness(all, pattern) >= GOOD)
  return good.length > 0 && good.length < patterns.length ? meanOf(good) : all
}

/** How alike a picture is to what all of one digit have in common. */
const GOOD = 0.85
/** Two pictures of one digit are at least as alike as this, those of different ones less. */
const SAME = 0.9
/** Of characters that the recogniser takes for one another less often. */
const QUITE_SAME = 0.94
/** A picture less alike than this to everything was cut badly. */
const OTHER = 0.6
/** How much wider than a 0 an O is at least. */
const WIDER = 1.25

/** What digits are read as among letters, and zeros with a stroke through them anywhere. */
const READ_AS: Record<string, string> = { O: '0', o: '0', D: '0', Q: '0', 8: '0', Z: '2', S: '5', B: '8' }
/** A character as sure as this, and of no such pair, is not looked at. */
const CERTAIN = 0.9

/** How a page prints its digits. */
export interface Print {
  digits: PageDigits
  /** Whether its zeros have a stroke through them. */
  strokes: boolean
}

/**
 * By its picture or, where that tells nothing, by the mistakes that are known.
 * @param isCode whether letters and digits are mixed there
 */
export function asPrinted(glyph: Glyph, { digits, strokes }: Print, isCode = false): Glyph {
  const known = [...(strokes ? ZEROS : []), ...(isCode ? MISTAKEN : [])]
  return asPictured(glyph, { digits, isCode }) ?? withoutMistake(glyph, known)
}

interface Context {
  digits: PageDigits
  /** Whether letters and digits are mixed there. */
  isCode: boolean
}

/** The character as its picture shows it, beside the page's own digits; undefined where that tells nothing. */
export function asPictured(glyph: Glyph, context: Context): Glyph | undefined {
  const { text, score, shape } = glyph
  const isOfPair = text in READ_AS || (context.isCode && text in LETTERS)
  if (!shape || (score >= CERTAIN && !isOfPair)) return undefined
  const pattern = toPattern(shape)
  const likest = likestOf(context.digits, pattern)
  if (!likest) return undefined
  const [digit, own] = likest
  const letter = digit === text && context.isCode ? letterFor(glyph, pattern, own) : undefined
  const printed = digit !== text && isDigit(glyph, pattern, likest, context) ? digit : letter
  return printed ? { ...glyph, text: printed, score: SUREST, others: [{ text, score }, ...glyph.others] } : undefined
}

/** A letter among the recogniser's own candidates, if the picture leans to it. */
function letterFor({ text, others }: Glyph, pattern: Pattern, own: Pattern): string | undefined {
  const rival = LETTERS[text]
  const candidate = others.find((other) => other.text === rival?.letter)
  if (!rival || !candidate || likeness(own, pattern) < OTHER) return undefined
  const least = candidate.score < LIKELY ? rival.least.hardly : rival.least.likely
  return leanTo(pattern, rival) - leanTo(own, rival) > least ? rival.letter : undefined
}

function isDigit(
  glyph: Glyph,
  pattern: Pattern,
  [digit, own]: [string, Pattern],
  { isCode, digits }: Context,
): boolean {
  const { text, others } = glyph
  const isSeen = others.some((other) => other.text === digit)
  const isOften = READ_AS[text] === digit
  if (!isOften && (isCode || !isSeen)) return false
  const rival = LETTERS[digit]
  if (text === rival?.letter && leanTo(pattern, rival) - leanTo(own, rival) > rival.least.read) return false
  if (text === 'O' && pattern.proportion > WIDER * own.proportion) return false
  // An 8 may be as like the zeros where the page is blurred.
  const isClear = isOften && (text !== '8' || isSeen || digits.has(text))
  return likeness(own, pattern) >= (isClear ? SAME : QUITE_SAME)
}

/** The digit that the picture is likest to, and what that looks like. */
function likestOf(digits: PageDigits, pattern: Pattern): [digit: string, own: Pattern] | undefined {
  let [likest, most]: [[string, Pattern] | undefined, number] = [undefined, -1]
  for (const entry of digits) {
    const alike = alikeAsCut(entry[1], pattern)
    if (alike > most) [likest, most] = [entry, alike]
  }
  return likest
}
