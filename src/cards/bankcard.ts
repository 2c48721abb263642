import type { OcrError } from '../errors'
import type { NumberRule } from './number'
import { sum, understand } from './number'
import { nameIn } from './pattern'
import type { Card } from './read-card'
import { cardReader } from './read-card'

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
const BRANDS: Record<BankCardBrand, RegExp> = {
  unionpay: /^(62|81([0-6]|7[01]))/,
  visa: /^4/,
  mastercard: /^(5[1-5]|2(22[1-9]|2[3-9]|[3-6]|7[01]|720))/,
  amex: /^3[47]/,
  jcb: /^35(2[89]|[3-8])/,
  diners: /^3(0[0-5]|[689])/,
  discover: /^6(011|4[4-9]|5)/,
}

/**
 * ISO/IEC 7812; cards issued in mainland China have 16 to 19 digits. By annex B every second digit from the right is
 * doubled and its digits added (6 makes 3); the sum of all ends in 0.
 */
export const BANK_NUMBER: NumberRule = [
  /^\d{16,19}$/,
  (text) =>
    sum(text, (digit, index) => ((text.length - index) % 2 ? digit : digit * 2 - (digit > 4 ? 9 : 0))) % 10 === 0,
]

/** A reply as a bank card, or as the error that it is. */
export const readBankCard: (reply: unknown, options?: BankCardOptions) => BankCard | OcrError = cardReader(
  'bankcard',
  'bankcard_res',
  'number/id',
  '',
  (card, { bankOf }: BankCardOptions = {}): BankCardValues => {
    const number = understand(card, 'number', BANK_NUMBER)
    return {
      grouped: number.replace(/(.{4})(?=.)/g, '$1 '),
      masked: number.replace(/.(?=.{4})/g, '*'),
      brand: nameIn(BRANDS, number),
      bank: (bankOf && bankOf(number)) || null,
    }
  },
)
