import { cardTag } from '../card-tag'
import type { CardKind } from '../card-kind'
import { readVehicle } from '../cards/vehicle'
import { joinVehicle, pagesOf } from '../cards/vehicle-pages'
import { BACK, FRONT } from './art'
import { idleLook, START } from '../tag-look'
import { TEXTS } from './texts'

const VEHICLE: CardKind = {
  card: 'vehicle',
  texts: TEXTS,
  art: { front: FRONT, back: BACK, any: FRONT, both: FRONT },
  read: readVehicle,
  reread: (_, fields) => readVehicle({ fields }),
  sidesOf: pagesOf,
  join: joinVehicle,
}

Component({
  behaviors: ['wx://form-field' as never, cardTag],
  options: { multipleSlots: true, virtualHost: true },
  externalClasses: ['class', 'card-class', 'action-class'],
  data: idleLook(VEHICLE, START),
  methods: { kind: () => VEHICLE },
})
