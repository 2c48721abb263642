import { OcrError } from '../errors'
import type { Doubt } from './check'
import { isoDate } from './date'
import { plain, understand } from './number'
import type { PlateKind } from './plate'
import { readPlateNumber } from './plate'
import type { Card } from './read-card'
import { cardOf, checkDates, fieldsOf } from './read-card'
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
const MAIN_PAGE = {
  vehicleType: ['vhicle_type'],
  owner: [],
  addr: ['address'],
  useCharacter: [],
  model: [],
  vin: [],
  engineNum: [],
  registerDate: [],
  issueDate: [],
}

const PLATES_AND_SECOND_PAGE = {
  plateNum: [],
  plateNumB: [],
  record: [],
  passengersNum: [],
  totalQuality: [],
  prepareQuality: ['totalprepare_quality_quality'],
  overallSize: [],
}

/** A reply as a vehicle licence, or as the error that it is. */
export function readVehicle(reply: unknown): Vehicle | OcrError {
  const fields = fieldsOf(reply, 'driving_res', { ...MAIN_PAGE, ...PLATES_AND_SECOND_PAGE })
  if (fields instanceof OcrError) return fields
  const hasMainPage = Object.keys(MAIN_PAGE).some((field) => fields[field as keyof typeof MAIN_PAGE])
  return cardOf({ card: 'vehicle' }, reply, fields, hasMainPage ? MAIN_PAGE : {}, (_, doubt) => {
    const values = valuesOf(fields, doubt)
    check(fields, values, doubt)
    return values
  })
}

function valuesOf(fields: VehicleFields, doubt: Doubt<keyof VehicleFields>): VehicleValues {
  const main = readPlateNumber('plateNum', fields.plateNum, doubt)
  const second = readPlateNumber('plateNumB', fields.plateNumB, doubt)
  return {
    plateKind: main || second,
    registerDate: isoDate(fields.registerDate),
    issueDate: isoDate(fields.issueDate),
    seats: numberIn(fields.passengersNum),
    totalMass: numberIn(fields.totalQuality),
    kerbMass: numberIn(fields.prepareQuality),
    size: sizeIn(fields.overallSize),
  }
}

function check(fields: VehicleFields, values: VehicleValues, doubt: Doubt<keyof VehicleFields>): void {
  const { plateNum, plateNumB } = fields
  const { registerDate, issueDate, totalMass, kerbMass } = values
  if (!plateNum && !plateNumB) doubt('plateNum', 'missing')
  if (plateNum && plateNumB && plain(plateNum) !== plain(plateNumB)) doubt('plateNumB', 'mismatch')
  understand('vin', fields.vin, VIN, doubt)
  checkDates(fields, ['registerDate', 'issueDate'], doubt)
  if (registerDate && issueDate && issueDate < registerDate) doubt('issueDate', 'order')
  if (totalMass && kerbMass && totalMass < kerbMass) doubt('totalQuality', 'mass')
}

/** `7人`, `2700kg`, `2 700 kg`; null for what is not simply a number, as `2+3人` and `2.7t`. */
function numberIn(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  return /^\d+(人|kg|公斤|千克)?$/i.test(plain) ? parseInt(plain, 10) : null
}

/** `4582x1795x1458mm`, also with × or *. */
function sizeIn(text: string): VehicleValues['size'] {
  const [length, width, height] = (text.match(/\d+/g) || []).map(Number)
  return length && width && height ? { length, width, height } : null
}
