import { OcrError } from '../errors'
import type { Check } from './check'
import { dayInChina } from './date'
import type { Sex } from './id-number'
import { hasValidChecksum, partsOfIdNumber } from './id-number'
import type { Fields } from './reply'
import { fieldsOf, textOf } from './reply'
import type { Validity } from './validity'
import { isLegalTerm, parseValidity } from './validity'

/** The side with the portrait. Fields are as printed, cleaned; `''` when the reply has none. */
export interface IdCardFront {
  card: 'idcard'
  side: 'front'
  fields: IdCardFrontFields
  values: IdCardFrontValues
  checks: Array<Check<keyof IdCardFrontFields>>
  /** The reply as it came. */
  raw: unknown
}

export interface IdCardFrontFields {
  name: string
  /** 公民身份号码, 18 characters. */
  id: string
  addr: string
  /** As printed: 男 or 女. */
  gender: string
  /** 民族 as printed, without 族: 汉. */
  nationality: string
}

/** Parsed and derived from the fields; null where they don't tell. */
export interface IdCardFrontValues {
  /** ISO date, from the number. */
  birth: string | null
  /** From what is printed; from the number when nothing is. */
  sex: Sex | null
  /** Six digits, the administrative division in the number. */
  region: string | null
}

/** The side with the emblem. */
export interface IdCardBack {
  card: 'idcard'
  side: 'back'
  fields: IdCardBackFields
  values: IdCardBackValues
  checks: Array<Check<keyof IdCardBackFields>>
  raw: unknown
}

export interface IdCardBackFields {
  /** As the reply has it: `20070105-20270105`, `20070105-长期`. */
  validDate: string
}

export interface IdCardBackValues extends Validity {
  /** Null when the end cannot be read. */
  expired: boolean | null
}

export type IdCard = IdCardFront | IdCardBack

/** Each field and the names it goes by, in the order of trust. */
const ALIASES = {
  side: ['type'],
  name: ['name'],
  id: ['id'],
  addr: ['addr', 'address'],
  gender: ['gender'],
  nationality: ['nationality'],
  validDate: ['valid_date', 'validDate'],
}

const FRONT_FIELDS = ['name', 'id', 'addr', 'gender', 'nationality'] as const

/** `Frond` stands in one of WeChat's own documents; 0 and 1 in the plugin and the service market. */
const SIDES: Record<string, 'front' | 'back'> = {
  front: 'front',
  frond: 'front',
  '0': 'front',
  back: 'back',
  '1': 'back',
}

/** WeChat's reply, from the HTTP API or the cloud call, as one side of an identity card, or as the error that it is. */
export function readIdCard(reply: unknown, now = new Date()): IdCard | OcrError {
  const fields = fieldsOf(reply)
  if (fields instanceof OcrError) return fields
  const side = sideOf(fields)
  if (!side) return new OcrError('service', 'the reply has no field of an identity card')
  return side === 'front' ? readFront(fields, now) : readBack(fields, now)
}

function sideOf(fields: Fields): 'front' | 'back' | undefined {
  const told = SIDES[textOf(fields, ALIASES.side).toLowerCase()]
  if (told) return told
  if (FRONT_FIELDS.some((field) => textOf(fields, ALIASES[field]))) return 'front'
  return textOf(fields, ALIASES.validDate) ? 'back' : undefined
}

function readFront(raw: Fields, now: Date): IdCardFront {
  const fields: IdCardFrontFields = {
    name: textOf(raw, ALIASES.name),
    id: textOf(raw, ALIASES.id).replace(/\s/g, '').toUpperCase(),
    addr: textOf(raw, ALIASES.addr),
    gender: textOf(raw, ALIASES.gender),
    nationality: textOf(raw, ALIASES.nationality),
  }
  const number = partsOfIdNumber(fields.id)
  const values: IdCardFrontValues = {
    birth: number?.birth ?? null,
    sex: printedSex(fields.gender) ?? number?.sex ?? null,
    region: number?.region ?? null,
  }
  return { card: 'idcard', side: 'front', fields, values, checks: checkFront(fields, values, now), raw }
}

function printedSex(gender: string): Sex | undefined {
  if (gender === '男') return 'male'
  if (gender === '女') return 'female'
  return undefined
}

function checkFront(fields: IdCardFrontFields, values: IdCardFrontValues, now: Date): IdCardFront['checks'] {
  const missing = FRONT_FIELDS.filter((field) => fields[field] === '')
  const checks: IdCardFront['checks'] = missing.map((field) => ({ field, level: 'warn', code: 'missing' }))
  const number = partsOfIdNumber(fields.id)
  if (!number) {
    if (fields.id) checks.push({ field: 'id', level: 'error', code: 'format' })
    return checks
  }
  if (!hasValidChecksum(fields.id)) checks.push({ field: 'id', level: 'error', code: 'checksum' })
  if (!number.birth) checks.push({ field: 'id', level: 'error', code: 'date' })
  else if (number.birth > dayInChina(now)) checks.push({ field: 'id', level: 'error', code: 'future' })
  if (values.sex !== number.sex) checks.push({ field: 'gender', level: 'warn', code: 'sex-mismatch' })
  return checks
}

function readBack(raw: Fields, now: Date): IdCardBack {
  const fields: IdCardBackFields = { validDate: textOf(raw, ALIASES.validDate) }
  const validity = parseValidity(fields.validDate)
  const values: IdCardBackValues = { ...validity, expired: isExpired(validity, now) }
  return { card: 'idcard', side: 'back', fields, values, checks: checkBack(fields, values), raw }
}

function isExpired({ to, longTerm }: Validity, now: Date): boolean | null {
  if (longTerm) return false
  return to ? to < dayInChina(now) : null
}

function checkBack(fields: IdCardBackFields, values: IdCardBackValues): IdCardBack['checks'] {
  const doubt = (level: 'warn' | 'error', code: Check['code']): IdCardBack['checks'] => [
    { field: 'validDate', level, code },
  ]
  if (!fields.validDate) return doubt('warn', 'missing')
  if (!values.from || !(values.to || values.longTerm)) return doubt('warn', 'format')
  if (values.to && values.to <= values.from) return doubt('error', 'order')
  if (values.expired) return doubt('warn', 'expired')
  return values.longTerm || isLegalTerm(values) ? [] : doubt('warn', 'term')
}
