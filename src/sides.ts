/** A card's front is the side with the portrait, a licence's the main page. */
export type OneSide = 'front' | 'back'

/** What one photo is asked to show. */
export type AskedSide = OneSide | 'any'

/** What a tag's `side` takes: `any` either, `both` one after the other. */
export type Side = AskedSide | 'both'

export const SIDES: Side[] = ['front', 'back', 'any', 'both']

export const otherSide = (side: OneSide): OneSide => (side === 'front' ? 'back' : 'front')
