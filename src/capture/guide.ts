import type { CardAnchor } from '../wx/vision-kit'

/** What the person should do now. */
export type GuideHint = 'side' | 'whole' | 'turn' | 'still'

/** So many looks in a row with the card where it was make it still. */
const LOOKS = 4
/** Of the card's width: how far a corner may wander from look to look. */
const WANDER = 0.03

const LABELS = { front: 0, back: 1 }

/**
 * Follows a card from look to look. Each look gives a hint, `ready` when it is time to shoot, or nothing while no card is seen.
 * @param side the side asked for; `any` takes either
 */
export function createGuide(side: string) {
  const label = side === 'front' || side === 'back' ? LABELS[side] : undefined
  let last: CardAnchor | undefined
  let looks = 0

  return (card: CardAnchor | undefined): GuideHint | 'ready' | undefined => {
    const hint = card && hintFor(card, label)
    looks = card && !hint && last && isStill(last, card) ? looks + 1 : 0
    last = card
    if (!card || hint) return hint
    return looks < LOOKS ? 'still' : 'ready'
  }
}

function hintFor({ isComplete, label, orientation }: CardAnchor, asked: number | undefined): GuideHint | undefined {
  if (asked !== undefined && label !== asked) return 'side'
  if (!isComplete) return 'whole'
  return orientation === 0 ? undefined : 'turn'
}

function isStill({ box: before }: CardAnchor, { box: now }: CardAnchor): boolean {
  const [topLeft, topRight] = before
  if (!topLeft || !topRight) return false
  const width = distance(topLeft, topRight)
  return now.every((corner, index) => distance(corner, before[index] ?? topLeft) < width * WANDER)
}

const distance = (one: CardAnchor['box'][number], other: CardAnchor['box'][number]) =>
  Math.sqrt((one.x - other.x) ** 2 + (one.y - other.y) ** 2)
