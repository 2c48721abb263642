import type { Random } from '../random'
import { harmonyStyle, notoStyle, type Style } from './style'

/** One way of making identity cards. */
export interface IdFamily {
  name: string
  style: (random: Random) => Style
}

export const ID_FAMILIES: readonly IdFamily[] = [
  { name: 'noto', style: notoStyle },
  { name: 'harmony', style: harmonyStyle },
]
