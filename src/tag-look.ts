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
    /** The side that the card in outline shows. */
    asked,
    image: '',
    /** While something is under way. */
    stage: '',
    /** What its buttons say: empty for none. */
    action: '',
    settings: '',
  }
}
