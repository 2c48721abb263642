import { alikeAsCut, likeness, meanOf, toPattern, type Pattern } from './alike'
import { isDigit, isLetter, LETTERS } from './letters'
import type { Shape } from './line'
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
/** How much wider than a 0 an O is at least. */
const WIDER = 1.25

/** What a zero is read as among letters, and one with a stroke through it anywhere. */
const READ_AS_ZERO = /^[Oo8]$/
/** A character as sure as this, unless it is one of a known pair, is not looked at. */
const CERTAIN = 0.9

/** How a page prints its digits. */
export interface Print {
  digits: PageDigits
  /** Whether its zeros have a stroke through them. */
  strokes: boolean
}

/**
 * Each by its picture or, where that tells nothing, by the mistakes that are known.
 * @param isCode whether letters and digits are mixed there
 */
export function asPrinted(glyphs: Glyph[], { digits, strokes }: Print, isCode: boolean): Glyph[] {
  const zeros = strokes ? ZEROS : []
  return glyphs.map((glyph) => {
    const pictured = (isCode && asAlone(glyph)) || asPictured(glyph, { digits, isCode })
    const known = isCode && !isDigitAlone(glyph) ? [...zeros, ...MISTAKEN] : zeros
    return pictured ?? (isPlainOne(glyph, digits) ? glyph : withoutMistake(glyph, known))
  })
}

/**
 * Of what a digit and a letter have when they are read by themselves: of 50 fives, zeros and sevens that may be S, Q or Z none had as much of that, of
 * 34 letters 27 had more, most of them all of it; the others are J's.
 */
const LETTER = 0.1
const COUNTED = /^[JQSZ]$/
/** Of other letters: a zero may be wide and have a D's corners, a 1 have more of a T than of itself, and neither is one. */
const SURE_LETTER = 0.75

/** The letter that is read where the digit stands by itself, if the recogniser saw it between the others, too. */
function asAlone(glyph: Glyph): Glyph | undefined {
  const { text, others } = glyph
  const letter = others.find((other) => {
    const share = /^[A-HJ-NP-Z]$/.test(other.text) ? shareAlone(glyph, other.text) : 0
    return share > (COUNTED.test(other.text) ? LETTER : SURE_LETTER) * (share + shareAlone(glyph, text))
  })
  return letter && withText(glyph, letter.text)
}

/** By itself, a Q, C or G is hardly ever read as the digit it is like; a J is. */
function isDigitAlone(glyph: Glyph): boolean {
  return /^[067]$/.test(glyph.text) && shareAlone(glyph, glyph.text) >= CERTAIN
}

/** How much the character is this one when it is read by itself; 0 if it wasn't. */
export function shareAlone({ alone = [] }: Glyph, wanted: string): number {
  return Math.max(0, ...alone.filter(({ text }) => text === wanted).map(({ score }) => score))
}

/** Of 88 J's that were read as a 1 none is as like the page's own ones; of 1,345 ones nine of ten are liker. */
const LIKE_ONE = 0.9

function isPlainOne(glyph: Glyph, digits: PageDigits): boolean {
  return glyph.text === '1' && (likenessToOwn(glyph, digits) ?? 0) > LIKE_ONE
}

/** How alike a digit is to the page's own; undefined without a picture of either. */
export function likenessToOwn({ text, shape }: Glyph, digits: PageDigits): number | undefined {
  const own = digits.get(text)
  return shape && own && likeness(own, toPattern(shape))
}

interface Context {
  digits: PageDigits
  /** Whether letters and digits are mixed there. */
  isCode: boolean
}

/** The character as its picture shows it, beside the page's own digits; undefined where that tells nothing. */
export function asPictured(glyph: Glyph, { digits, isCode }: Context): Glyph | undefined {
  const { shape } = glyph
  if (!shape) return undefined
  const between = isCode ? (letterFor(glyph, shape, digits) ?? fiveFor(glyph, shape, digits)) : undefined
  const printed = between ?? digitFor(glyph, shape, digits, isCode)
  return printed === undefined ? undefined : withText(glyph, printed)
}

/** The letter that is like the digit, if the recogniser saw it, too, and the picture leans to it; a zero may be read as an O. */
function letterFor({ text, others }: Glyph, shape: Shape, digits: PageDigits): string | undefined {
  const digit = text === 'O' ? '0' : text
  return LETTERS[digit]?.find((rival) => {
    const candidate = others.find((other) => other.text === rival.letter)
    return candidate !== undefined && isLetter(toPattern(shape), candidate.score, digits.get(digit), rival)
  })?.letter
}

/** A five that was read as an S: of 32 S's that the recogniser nearly took for one, a single one leant less than the page's fives. */
function fiveFor({ text, others }: Glyph, shape: Shape, digits: PageDigits): string | undefined {
  const [own, rival] = [digits.get('5'), LETTERS['5']?.find(({ letter }) => letter === text)]
  const five = others.find((other) => other.text === '5')
  return own && rival && five && isDigit(toPattern(shape), five.score, own, rival) ? '5' : undefined
}

function digitFor(
  { text, score, others }: Glyph,
  shape: Shape,
  digits: PageDigits,
  isCode: boolean,
): string | undefined {
  const isOften = READ_AS_ZERO.test(text)
  if (score >= CERTAIN && !isOften) return undefined
  const pattern = toPattern(shape)
  const [digit, own] = likestOf(digits, pattern) ?? []
  if (!digit || !own || digit === text) return undefined
  const isSeen = others.some((other) => other.text === digit)
  if (isOften && digit === '0') {
    if (text === '8' ? isCode && !isSeen : pattern.proportion > WIDER * own.proportion) return undefined
    // An 8 may be as like the zeros where the page is blurred.
    const isClear = text !== '8' || isSeen || digits.has(text)
    return likeness(own, pattern) >= (isClear ? SAME : QUITE_SAME) ? digit : undefined
  }
  return !isCode && isSeen && likeness(own, pattern) >= QUITE_SAME ? digit : undefined
}

/** Another character than was read. */
function withText({ text, score, ...glyph }: Glyph, printed: string): Glyph {
  const others = glyph.others.filter((other) => other.text !== printed)
  return { ...glyph, text: printed, score: SUREST, others: [{ text, score }, ...others] }
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
