import { cardTag } from '../card-tag'
import type { CardKind } from '../card-kind'
import type { IdCard, IdCardBack, IdCardFront } from '../cards/idcard'
import { readIdCard } from '../cards/idcard'
import { joinIdCard, rereadIdCard } from '../cards/idcard-sides'
import { BACK, FRONT } from './art'
import { idleLook, START } from '../tag-look'
import { TEXTS } from './texts'

const IDCARD: CardKind = {
  card: 'idcard',
  texts: TEXTS,
  art: { front: FRONT, back: BACK, any: FRONT, both: FRONT },
  read: readIdCard,
  reread: rereadIdCard,
  sidesOf: ({ side }: IdCard) => [side],
  join: (front: IdCardFront, back: IdCardBack) => joinIdCard(front, back),
}

Component({
  behaviors: ['wx://form-field' as never, cardTag],
  options: { multipleSlots: true, virtualHost: true },
  externalClasses: ['class', 'card-class', 'action-class'],
  data: idleLook(IDCARD, START),
  methods: { kind: () => IDCARD },
})
