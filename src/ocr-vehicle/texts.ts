import type { CardTexts } from '../texts'

export const TEXTS: CardTexts = {
  titles: {
    front: '行驶证正页',
    back: '行驶证副页',
    any: '行驶证',
    both: '行驶证正页和副页',
  },
}
