import type { CardTexts } from '../texts'

export const TEXTS: CardTexts = {
  titles: {
    any: '银行卡',
  },
}
