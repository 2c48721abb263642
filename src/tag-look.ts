import type { Source } from './capture/capture'
import type { CardKind } from './card-kind'
import { forSide, titlesOf } from './card-kind'
import { textsIn } from './config'
import type { OneSide, Side } from './sides'
import { otherSide } from './sides'

/** Of a tag's properties: what its look depends on. */
interface Wish {
  side: string
  source: string
  locale: string
}

/** A tag's properties, where a page sets none. */
export const START: Wish = { side: 'any', source: 'both', locale: '' }

/**
 * The state that asks for a photo.
 * @param read with `both`: the side that is read already
 */
export function idleLook(kind: CardKind, { side, source, locale }: Wish, read?: OneSide) {
  const { hints, hintBoth, steps } = textsIn(locale)
  const asked = read ? otherSide(read) : side
  return {
    state: 'idle',
    ...cardLook(kind, asked, locale),
    detail: read ? steps.second : side === 'both' ? hintBoth : hints[source as Source] || hints.both,
    pair: asked === 'both',
    action: '',
    settings: '',
    value: {},
  }
}

/** A card that is not there yet: its name and its outline. */
export const cardLook = (kind: CardKind, asked: string, locale: string) => ({
  asked: asked as Side,
  headline: forSide(titlesOf(kind, locale), asked),
  art: forSide(kind.art, asked),
  image: '',
})
