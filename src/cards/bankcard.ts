import type { OcrError } from '../errors'
import type { NumberRule } from './number'
import { understand } from './number'
import type { Card } from './read-card'
import { readCard } from './read-card'

export interface BankCard extends Card<keyof BankCardFields, BankCardValues> {
  card: 'bankcard'
}

export interface BankCardFields {
  /** As printed, cleaned; `''` when the reply has none. */
  number: string
}

export interface BankCardValues {
  /** In fours, as it is read out: `6222 0212 3456 7890 128`. */
  grouped: string
  /** All but the last four digits starred. */
  masked: string
  /** By the number's first digits (ISO/IEC 7812); null where they belong to no scheme named here. */
  brand: BankCardBrand | null
  /** What `bankOf` says. */
  bank: string | null
}

export type BankCardBrand = 'unionpay' | 'visa' | 'mastercard' | 'amex' | 'jcb' | 'diners' | 'discover'

export interface BankCardOptions {
  /** Whose card it is, by its number; there is no table of banks in this package. */
  bankOf?: (number: string) => string | null
}

/** The schemes by their first digits. Cards that two schemes share come first under UnionPay, in whose country they are read. */
const BRANDS: Array<[BankCardBrand, RegExp]> = [
  ['unionpay', /^(62|81([0-6]|7[01]))/],
  ['visa', /^4/],
  ['mastercard', /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/],
  ['amex', /^3[47]/],
  ['jcb', /^35(2[89]|[3-8])/],
  ['diners', /^3(0[0-5]|[689])/],
  ['discover', /^6(011|4[4-9]|5)/],
]

/** ISO/IEC 7812; cards issued in mainland China have 16 to 19 digits. */
export const BANK_NUMBER: NumberRule = { form: /^\d{16,19}$/, isChecked: hasLuhn }

/** A reply as a bank card, or as the error that it is. */
export function readBankCard(reply: unknown, { bankOf }: BankCardOptions = {}): BankCard | OcrError {
  return readCard({ card: 'bankcard' }, reply, 'bankcard_res', { number: ['id'] }, {}, (fields, doubt) => {
    const number = understand('number', fields.number, BANK_NUMBER, doubt)
    const [brand] = BRANDS.find(([, first]) => first.test(number)) || [null]
    return {
      grouped: number.replace(/(.{4})(?=.)/g, '$1 '),
      masked: number.replace(/.(?=.{4})/g, '*'),
      brand,
      bank: (bankOf && bankOf(number)) || null,
    }
  })
}

/** ISO/IEC 7812-1, annex B: every second digit from the right is doubled, and the sum ends in 0. */
function hasLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (1 + (index % 2))
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
