import type { CardTexts, Table } from '../texts'

export const TEXTS: Table<CardTexts> = {
  titles: {
    any: ['银行卡', 'Bank card'],
  },
}
