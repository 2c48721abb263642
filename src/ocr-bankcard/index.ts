import { cardTag } from '../card-tag'
import type { CardKind } from '../card-kind'
import { readBankCard } from '../cards/bankcard'
import { CARD } from './art'
import { idleLook, START } from '../tag-look'
import { TEXTS } from './texts'

const BANKCARD: CardKind = {
  card: 'bankcard',
  texts: TEXTS,
  art: { any: CARD },
  read: (reply) => readBankCard(reply),
  reread: (_, fields) => readBankCard({ fields }),
}

Component({
  behaviors: ['wx://form-field' as never, cardTag],
  options: { multipleSlots: true, virtualHost: true },
  externalClasses: ['class', 'card-class', 'action-class'],
  data: idleLook(BANKCARD, START),
  methods: { kind: () => BANKCARD },
})
