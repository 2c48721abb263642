import type { Card } from '../engines/engine'
import { readBankCard } from './bankcard'
import { readVehicleLicence } from './driving'
import { readIdCard } from './idcard'
import type { Page } from './page'
import type { Reading } from './reading'

/** How each card's lines become WeChat's reply; `undefined` when there is no such card on the page. */
export const layouts: Record<Card, (page: Page) => Reading | undefined> = {
  idcard: readIdCard,
  bankcard: readBankCard,
  driving: readVehicleLicence,
}
