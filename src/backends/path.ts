import type { Card, Mode } from './backend'

/** Where a server keeps WeChat's API, if not where WeChat does: for some cards, or as a function of the card. */
export type CardPath = Partial<Record<Card, string>> | ((card: Card) => string)

/** The last part of WeChat's path; its `drivinglicense` is the driver's, another card. */
const NAMES: Record<Card, string> = { idcard: 'idcard', bankcard: 'bankcard', vehicle: 'driving' }

/** `/cv/ocr/idcard?type=photo`, or the path that the options name for the card, with the same query. */
export function pathOf(card: Card, mode: Mode, path: CardPath = {}): string {
  const own = typeof path === 'function' ? path(card) : path[card]
  const chosen = own || `/cv/ocr/${NAMES[card]}`
  return `${chosen}${chosen.includes('?') ? '&' : '?'}type=${mode}`
}
