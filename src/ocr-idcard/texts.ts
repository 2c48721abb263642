import type { CardTexts, Table } from '../texts'

export const TEXTS: Table<CardTexts> = {
  titles: {
    front: ['身份证人像面', 'ID card: portrait'],
    back: ['身份证国徽面', 'ID card: emblem'],
    any: ['身份证', 'ID card'],
    both: ['身份证正反面', 'ID card, both sides'],
  },
}
