import type { OcrError } from '../errors'
import { dateIn } from './date'
import type { Holder } from './id-number'
import { readHolder } from './id-number'
import type { Card } from './read-card'
import { cardReader } from './read-card'
import type { Validity } from './validity'
import { readValidity } from './validity'

/** 驾驶证, the driver licence. */
export interface DriverLicense extends Card<keyof DriverLicenseFields, DriverLicenseValues> {
  card: 'driverLicense'
}

/** ISO dates; of the holder, what the card and the number say. */
export type DriverLicenseValues = Holder & Validity & { issueDate: string | null }

export interface DriverLicenseFields {
  /** 证号, the holder's citizen identification number. */
  idNum: string
  name: string
  sex: string
  nationality: string
  address: string
  birthDate: string
  issueDate: string
  /** 准驾车型, `C1`. */
  carClass: string
  validFrom: string
  validTo: string
  officialSeal: string
}

/** A reply as a driver licence, or as the error that it is. */
export const readDriverLicense: (reply: unknown, now?: Date) => DriverLicense | OcrError = cardReader(
  'driverLicense',
  'driving_license_res',
  'idNum name carClass validFrom validTo',
  'sex nationality address/addr birthDate issueDate officialSeal',
  (card, now?: Date): DriverLicenseValues => ({
    ...readHolder(card, 'idNum', 'sex', 'birthDate', now),
    ...readValidity(card, 'validTo', [card.fields.validFrom, card.fields.validTo], now),
    issueDate: dateIn(card, 'issueDate'),
  }),
)
