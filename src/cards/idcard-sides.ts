import type { Check } from './check'
import type { Holder } from './id-number'
import type { IdCardBack, IdCardBackFields, IdCardFront, IdCardFrontFields } from './idcard'
import type { Validity } from './validity'

/** Both sides of an identity card as one. */
export interface IdCardBoth {
  card: 'idcard'
  side: 'both'
  fields: Record<keyof IdCardFrontFields | keyof IdCardBackFields, string>
  values: Holder & Validity
  checks: Array<Check<keyof IdCardFrontFields | keyof IdCardBackFields>>
  /** The replies as they came, the front's first. */
  raw: unknown
}

export const joinIdCard = (front: IdCardFront, back: IdCardBack): IdCardBoth => ({
  card: 'idcard',
  side: 'both',
  fields: { ...front.fields, ...back.fields },
  values: { ...front.values, ...back.values },
  checks: [...front.checks, ...back.checks],
  raw: [front.raw, back.raw],
})
