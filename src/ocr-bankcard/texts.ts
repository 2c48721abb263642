import type { BankCardFields } from '../cards/bankcard'
import type { CardTexts, Table } from '../texts'

export const TEXTS: Table<CardTexts<keyof BankCardFields>> = {
  titles: {
    any: ['银行卡', 'Bank card'],
  },
  fields: {
    number: ['卡号', 'Card number'],
  },
}
