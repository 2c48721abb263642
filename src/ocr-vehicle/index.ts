import { cardTag, OPTIONS } from '../card-tag'
import type { CardKind } from '../card-kind'
import { readVehicle } from '../cards/vehicle'
import { joinVehicle, pagesOf } from '../cards/vehicle-pages'
import { TEXTS } from './texts'

const VEHICLE: CardKind = {
  card: 'vehicle',
  texts: TEXTS,
  read: readVehicle,
  sidesOf: pagesOf,
  join: joinVehicle,
}

Component({
  behaviors: ['wx://form-field' as never, cardTag(VEHICLE)],
  options: OPTIONS,
  externalClasses: ['class', 'card-class', 'action-class'],
})
