import type { Doubt } from './check'
import { dayInChina, isoDate } from './date'
import type { NumberRule } from './number'
import { understand } from './number'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/** GB 11643-1999, 公民身份号码: 6 digits region, 8 birth, 3 sequence (odd for men), 1 check. */
export const ID_NUMBER: NumberRule = {
  form: /^\d{17}[\dX]$/,
  isChecked(text) {
    const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
    return text[17] === CHECK_CHARACTERS[sum % 11]
  },
}

export type Sex = 'male' | 'female'

/** 81, 82 and 83 begin residence permits of Hong Kong, Macao and Taiwan residents, 9 a foreigner's permanent residence card. */
export type DocumentKind = 'citizen' | 'hong-kong' | 'macao' | 'taiwan' | 'foreigner'

const KINDS: Record<string, DocumentKind> = { '81': 'hong-kong', '82': 'macao', '83': 'taiwan' }

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
 * What card and number together say of the holder: a printed sex and birth, all else from the number; and in `doubt` where
 * they contradict each other.
 */
export function readHolder<Field extends string>(
  fields: Record<Field, string>,
  names: { number: Field; sex: Field; birth: Field },
  doubt: Doubt<Field>,
  now: Date,
): Holder {
  const number = understand(names.number, fields[names.number], ID_NUMBER, doubt, 'error')
  const [, region = null, digits = '', sequence = ''] = /^(\d{6})(\d{8})(\d{3}).$/.exec(number) || []
  const birth = isoDate(digits)
  const sex = region && (Number(sequence) % 2 ? 'male' : 'female')
  const today = dayInChina(now)
  if (region && !birth) doubt(names.number, 'date', 'error')
  if (birth && birth > today) doubt(names.number, 'future', 'error')

  const printedBirth = isoDate(fields[names.birth])
  const printedSex = sexOf(fields[names.sex])
  if (birth && printedBirth && birth !== printedBirth) doubt(names.birth, 'mismatch')
  if (sex && printedSex && sex !== printedSex) doubt(names.sex, 'mismatch')
  const born = printedBirth || birth
  return {
    birth: born,
    sex: printedSex || sex || null,
    region,
    documentKind: region ? kindOf(region) : null,
    age: born && born <= today ? fullYears(born, today) : null,
  }
}

const kindOf = (region: string): DocumentKind =>
  region[0] === '9' ? 'foreigner' : KINDS[region.slice(0, 2)] || 'citizen'

/** As numbers, `20260601 - 19491231`: whatever is left of months and days falls behind the point. */
function fullYears(birth: string, today: string): number {
  const [from, to] = [birth, today].map((date) => Number(date.replace(/-/g, '')))
  return Math.floor(((to || 0) - (from || 0)) / 10_000)
}

function sexOf(printed: string): Sex | null {
  if (printed === '男') return 'male'
  return printed === '女' ? 'female' : null
}
