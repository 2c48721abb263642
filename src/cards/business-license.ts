import type { OcrError } from '../errors'
import { dateIn } from './date'
import type { Card } from './read-card'
import { cardReader } from './read-card'
import type { Validity } from './validity'
import { endsOf, readValidity } from './validity'

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

/** A reply as a business licence, or as the error that it is. Which of its other fields a licence has differs with its kind. */
export const readBusinessLicense: (reply: unknown, now?: Date) => BusinessLicense | OcrError = cardReader(
  'businessLicense',
  'biz_license_res',
  'regNum enterpriseName',
  'serial legalRepresentative typeOfOrganization address typeOfEnterprise businessScope registeredCapital paidInCapital validPeriod registeredDate',
  (card, now?: Date): BusinessLicenseValues => ({
    ...readValidity(card, 'validPeriod', endsOf(card.fields.validPeriod), now),
    registeredDate: dateIn(card, 'registeredDate'),
  }),
)
