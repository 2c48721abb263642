import type { OcrError } from '../errors'
import { isoDate } from './date'
import type { Card } from './read-card'
import { checkDates, readCard } from './read-card'
import type { Validity } from './validity'
import { checkValidity, parseValidity } from './validity'

/** 营业执照, the business licence. */
export interface BusinessLicense extends Card<keyof BusinessLicenseFields, BusinessLicenseValues> {
  card: 'businessLicense'
}

/** ISO dates. */
export type BusinessLicenseValues = Validity & { registeredDate: string | null }

export interface BusinessLicenseFields {
  /** 注册号 or 统一社会信用代码. */
  regNum: string
  serial: string
  legalRepresentative: string
  enterpriseName: string
  typeOfOrganization: string
  address: string
  typeOfEnterprise: string
  businessScope: string
  registeredCapital: string
  paidInCapital: string
  /** `2014年04月29日至2044年04月28日`, `…至长期` */
  validPeriod: string
  registeredDate: string
}

/** Which other fields a licence has differs with its kind. */
const REQUIRED = { regNum: [], enterpriseName: [] }
const OPTIONAL = {
  serial: [],
  legalRepresentative: [],
  typeOfOrganization: [],
  address: [],
  typeOfEnterprise: [],
  businessScope: [],
  registeredCapital: [],
  paidInCapital: [],
  validPeriod: [],
  registeredDate: [],
}

/** A reply as a business licence, or as the error that it is. */
export const readBusinessLicense = (reply: unknown, now = new Date()): BusinessLicense | OcrError =>
  readCard({ card: 'businessLicense' }, reply, 'biz_license_res', REQUIRED, OPTIONAL, (fields, doubt) => {
    const term = parseValidity(fields.validPeriod, now)
    if (/\d/.test(fields.validPeriod)) checkValidity('validPeriod', term, doubt)
    checkDates(fields, ['registeredDate'], doubt)
    return { ...term, registeredDate: isoDate(fields.registeredDate) }
  })
