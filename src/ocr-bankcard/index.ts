import { cardTag, OPTIONS } from '../card-tag'
import type { CardKind } from '../card-kind'
import { readBankCard } from '../cards/bankcard'
import { TEXTS } from './texts'

const BANKCARD: CardKind = {
  card: 'bankcard',
  texts: TEXTS,
  read: (reply) => readBankCard(reply),
}

Component({
  behaviors: ['wx://form-field' as never, cardTag(BANKCARD)],
  options: OPTIONS,
  externalClasses: ['class', 'card-class', 'action-class'],
})
