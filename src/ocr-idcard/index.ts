import { cardTag, OPTIONS } from '../card-tag'
import type { CardKind } from '../card-kind'
import type { IdCard, IdCardBack, IdCardFront } from '../cards/idcard'
import { readIdCard } from '../cards/idcard'
import { joinIdCard } from '../cards/idcard-sides'
import { TEXTS } from './texts'

const IDCARD: CardKind = {
  card: 'idcard',
  texts: TEXTS,
  read: readIdCard,
  sidesOf: ({ side }: IdCard) => [side],
  join: (front: IdCardFront, back: IdCardBack) => joinIdCard(front, back),
}

Component({
  behaviors: ['wx://form-field' as never, cardTag(IDCARD)],
  options: OPTIONS,
  externalClasses: ['class', 'card-class', 'action-class'],
})
