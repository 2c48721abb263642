import type { Card, Reply } from '../engines/engine'
import { readIdCard } from './idcard'
import type { Page } from './page'

/** How each card's lines become WeChat's reply; `undefined` when there is no such card on the page. */
export const layouts: Record<Card, (page: Page) => Reply | undefined> = {
  idcard: readIdCard,
}
