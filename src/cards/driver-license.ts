import type { OcrError } from '../errors'
import { isoDate } from './date'
import type { Holder } from './id-number'
import { readHolder } from './id-number'
import type { Card } from './read-card'
import { checkDates, readCard } from './read-card'
import type { Validity } from './validity'
import { checkValidity, validity } from './validity'

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

const REQUIRED = { idNum: [], name: [], carClass: [], validFrom: [], validTo: [] }
const OPTIONAL = { sex: [], nationality: [], address: ['addr'], birthDate: [], issueDate: [], officialSeal: [] }

/** A reply as a driver licence, or as the error that it is. */
export const readDriverLicense = (reply: unknown, now = new Date()): DriverLicense | OcrError =>
  readCard({ card: 'driverLicense' }, reply, 'driving_license_res', REQUIRED, OPTIONAL, (fields, doubt) => {
    const holder = readHolder(fields, { number: 'idNum', sex: 'sex', birth: 'birthDate' }, doubt, now)
    const term = validity(fields.validFrom, fields.validTo, now)
    if (fields.validTo) checkValidity('validTo', term, doubt)
    checkDates(fields, ['birthDate', 'issueDate'], doubt)
    return { ...holder, ...term, issueDate: isoDate(fields.issueDate) }
  })
