import type { BankCard } from './bankcard'
import { readBankCard } from './bankcard'
import type { BusinessLicense } from './business-license'
import { readBusinessLicense } from './business-license'
import type { DriverLicense } from './driver-license'
import { readDriverLicense } from './driver-license'
import type { IdCard } from './idcard'
import { readIdCard } from './idcard'
import type { Plate } from './plate'
import { readPlate } from './plate'
import type { PrintedText } from './printed-text'
import { readPrintedText } from './printed-text'
import type { Vehicle } from './vehicle'
import { readVehicle } from './vehicle'

export { mask } from './mask'
export type { Masked } from './mask'

/** What a reply can say, told apart by `card` (and an identity card's two sides by `side`). */
export type CardResult = IdCard | BankCard | Vehicle | DriverLicense | BusinessLicense | PrintedText | Plate

export type CardName = CardResult['card']

/** The reader of each card: a reply of the HTTP API, the cloud call, the service market or the plugin goes in, any JSON at all. */
export const readers = {
  idcard: readIdCard,
  bankcard: readBankCard,
  vehicle: readVehicle,
  driverLicense: readDriverLicense,
  businessLicense: readBusinessLicense,
  printedText: readPrintedText,
  plate: readPlate,
}
