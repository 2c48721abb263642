import type { Card } from './backends/backend'
import { star } from './cards/mask'
import { wordsOf } from './config'
import { OcrError } from './errors'
import type { Doubted } from './events'
import type { Reader, Recognition } from './recognition'
import type { AskedSide, OneSide, Side } from './sides'
import type { CardTexts } from './texts'

/** What makes a tag the tag of its card. A reading is of the card's own type; only the card looks into it. */
export interface CardKind {
  card: Card
  texts: CardTexts
  read(reply: unknown): Doubted | OcrError
  /** Which sides a photo showed; a card with one side has neither this nor `join`. */
  sidesOf?(reading: Doubted): OneSide[]
  /** Two photos as one card. */
  join?(front: Doubted, back: Doubted): Doubted | OcrError
}

/** What a tag of this kind asks for, in its language. */
export function titleOf({ card, texts }: CardKind, side: string, locale: string): string {
  const { titles } = wordsOf(texts, locale, card)
  return titles[side as Side] || titles.any
}

export const sidesOf = (kind: CardKind, reading: Doubted): OneSide[] => (kind.sidesOf ? kind.sidesOf(reading) : [])

/** Reads a photo of the side asked for; of another side it makes an error. */
export const readerOf =
  (kind: CardKind, asked: AskedSide): Reader<Doubted> =>
  (reply) => {
    const reading = kind.read(reply)
    if (reading instanceof OcrError || asked === 'any') return reading
    const shown = sidesOf(kind, reading)
    return shown.includes(asked) ? reading : new OcrError('wrong-side', `the picture shows the ${shown}`)
  }

/** Two photos as one recognition. */
export function joined(kind: CardKind, [front, back]: [Recognition<Doubted>, Recognition<Doubted>]) {
  const card = kind.join ? kind.join(front, back) : front
  if (card instanceof OcrError) throw card
  return { ...card, image: front.image, images: [front.image, back.image] }
}

/** What tells one card from another, the likelier first. */
const TELLING = ['name', 'owner', 'id', 'number', 'plateNum', 'plateNumB']

/** Starred: enough to see that it is the right card. */
export function summaryOf({ fields }: Doubted): string {
  const shown = TELLING.map((name) => star(fields[name] || '', name)).filter(Boolean)
  return [...new Set(shown)]
    .slice(0, 2)
    .join(' ')
    .replace(/\*{4,}/g, '****')
}
