import type { CardTexts } from '../texts'

export const TEXTS: CardTexts = {
  titles: {
    front: '身份证人像面',
    back: '身份证国徽面',
    any: '身份证',
    both: '身份证正反面',
  },
}
