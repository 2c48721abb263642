import type { Art } from './art'
import type { Source } from './capture/capture'
import type { CardKind } from './card-kind'
import { titleOf } from './card-kind'
import { textsIn } from './config'
import type { OneSide } from './sides'
import { otherSide } from './sides'

/** Of a tag's properties: what its look depends on. */
interface Wish {
  side?: string
  source?: string
  locale?: string
}

/**
 * The state that asks for a photo.
 * @param read with `both`: the side that is read already
 */
export function idleLook(kind: CardKind, { side = 'any', source = 'both', locale = '' }: Wish, read?: OneSide) {
  const { hints, hintBoth, steps } = textsIn(locale)
  const asked = read ? otherSide(read) : side
  return {
    state: 'idle',
    headline: titleOf(kind, asked, locale),
    detail: read ? steps.second : side === 'both' ? hintBoth : hints[source as Source] || hints.both,
    /** The card in outline shows its back; another stands behind it. */
    back: asked === 'back',
    pair: asked === 'both',
    image: '',
    /** While something is under way. */
    stage: '',
    /** What its buttons say: empty for none. */
    action: '',
    settings: '',
  }
}

/** Each rectangle's style, and how it is coloured: made once, not with each tag. */
export const drawn = (art: Art = []) =>
  art.map(([left, top, width, height, radius, look = '']) => [
    `left:${left}px;top:${top}px;width:${width}px;height:${height}px;border-radius:${radius}px`,
    look,
  ])
