import type { OcrError } from '../errors'
import type { Reading } from './check'
import { compare, doubt } from './check'
import { dateIn } from './date'
import { plain, understand } from './number'
import type { PlateKind } from './plate'
import { plateKind } from './plate'
import type { Card } from './read-card'
import { cardReader } from './read-card'
import { VIN } from './vin'

/** 行驶证, the vehicle licence: either page of it, or both. */
export interface Vehicle extends Card<keyof VehicleFields, VehicleValues> {
  card: 'vehicle'
}

export interface VehicleFields {
  /** 号牌号码 on the main page. */
  plateNum: string
  vehicleType: string
  owner: string
  addr: string
  useCharacter: string
  model: string
  vin: string
  engineNum: string
  registerDate: string
  issueDate: string
  /** 号牌号码 on the second page. */
  plateNumB: string
  /** 档案编号, the file number, though one document calls it 号牌. */
  record: string
  /** `7人` */
  passengersNum: string
  /** 总质量, `2700kg` */
  totalQuality: string
  /** 整备质量, `1995kg` */
  prepareQuality: string
  /** 外廓尺寸, `4582x1795x1458mm` */
  overallSize: string
}

/** Null where the field doesn't tell. */
export interface VehicleValues {
  plateKind: PlateKind | null
  /** ISO dates. */
  registerDate: string | null
  issueDate: string | null
  seats: number | null
  /** Kilograms. */
  totalMass: number | null
  kerbMass: number | null
  /** Millimetres. */
  size: { length: number; width: number; height: number } | null
}

/** What stands on a main page, beside the plate. */
const MAIN_PAGE = 'vehicleType/vhicle_type owner addr/address useCharacter model vin engineNum registerDate issueDate'
const PLATES_AND_SECOND_PAGE =
  'plateNum plateNumB record passengersNum totalQuality prepareQuality/totalprepare_quality_quality overallSize'

/** A reply as a vehicle licence, or as the error that it is. */
export const readVehicle: (reply: unknown) => Vehicle | OcrError = cardReader(
  'vehicle',
  'driving_res',
  MAIN_PAGE,
  PLATES_AND_SECOND_PAGE,
  valuesOf,
)

function valuesOf(card: Reading<keyof VehicleFields>): VehicleValues {
  // Where all of the main page is missing, it isn't in the picture.
  if (card.checks.length === MAIN_PAGE.split(' ').length) card.checks.length = 0
  const { plateNum, plateNumB, passengersNum, totalQuality, prepareQuality, overallSize } = card.fields
  if (!plateNum && !plateNumB) doubt(card, 'plateNum', 'missing')
  compare(card, 'plateNumB', plain(plateNum), plain(plateNumB))
  const kind = plateKind(card, 'plateNum')
  const kindB = plateKind(card, 'plateNumB')
  understand(card, 'vin', VIN)
  const registerDate = dateIn(card, 'registerDate')
  const issueDate = dateIn(card, 'issueDate')
  if (registerDate && issueDate && issueDate < registerDate) doubt(card, 'issueDate', 'order')
  const totalMass = numberIn(totalQuality)
  const kerbMass = numberIn(prepareQuality)
  if (totalMass && kerbMass && totalMass < kerbMass) doubt(card, 'totalQuality', 'mass')
  const seats = numberIn(passengersNum)
  return { plateKind: kind || kindB, registerDate, issueDate, seats, totalMass, kerbMass, size: sizeIn(overallSize) }
}

/** `7人`, `2700kg`, `2 700 kg`; null for what is not simply a number, as `2+3人` and `2.7t`. */
function numberIn(text: string): number | null {
  const [, digits] = /^(\d+)(人|kg|公斤|千克)?$/i.exec(text.normalize('NFKC').replace(/[\s,]/g, '')) || []
  return digits ? Number(digits) : null
}

/** `4582x1795x1458mm`, also with × or *. */
function sizeIn(text: string): VehicleValues['size'] {
  const [length, width, height] = (text.match(/\d+/g) || []).map(Number)
  return length && width && height ? { length, width, height } : null
}
