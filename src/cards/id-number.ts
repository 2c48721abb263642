import type { Reading } from './check'
import { compare, doubt } from './check'
import { dateIn, dayInChina, isoDate } from './date'
import type { NumberRule } from './number'
import { sum, understand } from './number'
import { nameIn } from './pattern'

/**
 * GB 11643-1999, 公民身份号码: 6 digits region, 8 birth, 3 sequence (odd for men), 1 check. The weights from the right are
 * the powers of 2 and the sum is 1 modulo 11 (ISO 7064, MOD 11-2).
 */
export const ID_NUMBER: NumberRule = [
  /^\d{17}[\dX]$/,
  (text) => sum(text, (digit, index) => digit * 2 ** (17 - index)) % 11 === 1,
]

export type Sex = 'male' | 'female'

/** 81, 82 and 83 begin residence permits of Hong Kong, Macao and Taiwan residents, 9 a foreigner's permanent residence card. */
export type DocumentKind = 'citizen' | 'hong-kong' | 'macao' | 'taiwan' | 'foreigner'

const KINDS: Record<DocumentKind, RegExp> = {
  foreigner: /^9/,
  'hong-kong': /^81/,
  macao: /^82/,
  taiwan: /^83/,
  citizen: /./,
}

const SEXES: Record<Sex, RegExp> = { male: /男/, female: /女/ }

/** What a card says of its holder; null where it doesn't. */
export interface Holder {
  /** ISO date. */
  birth: string | null
  sex: Sex | null
  /** Six digits, the administrative division where the number was given out. */
  region: string | null
  documentKind: DocumentKind | null
  /** Full years. */
  age: number | null
}

/**
 * What card and number together say of the holder: a printed sex and birth, all else from the number. Doubts what is wrong
 * with the number, and where it contradicts the print.
 */
export function readHolder<Field extends string>(
  card: Reading<Field>,
  numberField: NoInfer<Field>,
  sexField: NoInfer<Field>,
  birthField: NoInfer<Field>,
  now?: Date,
): Holder {
  const number = understand(card, numberField, ID_NUMBER, 'error')
  const [, region = null, digits = '', sequence = ''] = /^(\d{6})(\d{8})(\d{3}).$/.exec(number) || []
  const today = dayInChina(now)
  const birth = isoDate(digits)
  if (region && !birth) doubt(card, numberField, 'date', 'error')
  if (birth && birth > today) doubt(card, numberField, 'future', 'error')

  const sex = region ? (Number(sequence) % 2 ? 'male' : 'female') : null
  const printedSex = nameIn(SEXES, card.fields[sexField])
  const printedBirth = dateIn(card, birthField)
  compare(card, sexField, sex, printedSex)
  compare(card, birthField, birth, printedBirth)
  const born = printedBirth || birth
  return {
    birth: born,
    sex: printedSex || sex,
    region,
    documentKind: nameIn(KINDS, region || ''),
    age: born && born <= today ? fullYears(born, today) : null,
  }
}

/** Years apart, less one before the birthday. */
const fullYears = (birth: string, today: string): number =>
  parseInt(today) - parseInt(birth) - (today.slice(4) < birth.slice(4) ? 1 : 0)
