import type { Art } from './art'
import type { Card } from './backends/backend'
import { mask } from './cards/mask'
import { currentConfig, wordsOf } from './config'
import { OcrError } from './errors'
import type { Doubted } from './events'
import type { Reader, Recognition } from './recognition'
import type { AskedSide, OneSide, Side } from './sides'
import type { CardTexts, Table } from './texts'

/** What makes a tag the tag of its card. A reading is of the card's own type; only the card looks into it. */
export interface CardKind {
  card: Card
  texts: Table<CardTexts>
  /** What it looks like before it is there, by `side`. */
  art: { any: Art } & Partial<Record<Side, Art>>
  read(reply: unknown): Doubted | OcrError
  /** Fields that a person has corrected, read and checked again. */
  reread(side: string | undefined, fields: object): Doubted | OcrError
  /** Which sides a photo showed; a card with one side has neither this nor `join`. */
  sidesOf?(reading: Doubted): OneSide[]
  /** Two photos as one card. */
  join?(front: Doubted, back: Doubted): Doubted | OcrError
}

/** What a tag of this kind asks for, by `side`, in its language. */
export const titlesOf = ({ card, texts }: CardKind, locale: string) =>
  wordsOf(texts, locale, currentConfig().texts[card]).titles

export const forSide = <T>(each: { any: T } & Partial<Record<Side, T>>, side: string): T =>
  each[side as Side] || each.any

export const sidesOf = (kind: CardKind, reading: Doubted): OneSide[] => (kind.sidesOf ? kind.sidesOf(reading) : [])

/** Reads a photo of the side asked for; of another side it makes an error. */
export const readerOf =
  (kind: CardKind, asked: AskedSide): Reader<Doubted> =>
  (reply) => {
    const reading = kind.read(reply)
    if (reading instanceof OcrError || asked === 'any') return reading
    const shown = sidesOf(kind, reading)
    return shown.includes(asked) ? reading : new OcrError('wrong-side', `the picture shows the ${shown} of the card`)
  }

/** Two photos as one recognition. */
export function joined(kind: CardKind, [front, back]: [Recognition<Doubted>, Recognition<Doubted>]) {
  const card = kind.join ? kind.join(front, back) : front
  if (card instanceof OcrError) throw card
  return { ...card, image: front.image, images: [front.image, back.image] }
}

/** What tells one card from another, starred: enough to see that it is the right one. */
export function summaryOf(card: Doubted): string {
  const { name, owner, id, number, plateNum, plateNumB } = mask(card).fields
  return [name || owner, id || number || plateNum || plateNumB]
    .filter(Boolean)
    .join(' ')
    .replace(/\*{4,}/g, '****')
}
