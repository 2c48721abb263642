import { OcrError } from '../errors'
import type { Holder } from './id-number'
import { readHolder } from './id-number'
import type { Card } from './read-card'
import { cardOf, fieldsOf } from './read-card'
import type { Validity } from './validity'
import { checkValidity, parseValidity } from './validity'

/** The side with the portrait. Values are what it and its number say of the holder. */
export interface IdCardFront extends Card<keyof IdCardFrontFields, Holder> {
  card: 'idcard'
  side: 'front'
}

export interface IdCardFrontFields {
  name: string
  /** 公民身份号码, 18 characters. */
  id: string
  addr: string
  /** 男 or 女. */
  gender: string
  /** 民族 without the 族: 汉. */
  nationality: string
  /** Only the plugin and the service market tell it. */
  birth: string
}

/** The side with the emblem. */
export interface IdCardBack extends Card<keyof IdCardBackFields, Validity> {
  card: 'idcard'
  side: 'back'
}

export interface IdCardBackFields {
  /** `20070105-20270105`, `20070105-长期`. */
  validDate: string
  /** 签发机关; only the plugin and the service market tell it. */
  authority: string
}

export type IdCard = IdCardFront | IdCardBack

const FRONT = { name: [], id: [], addr: ['address'], gender: [], nationality: [] }
const BACK = { validDate: [] }

/** Years that the law knows. */
const TERMS = [5, 10, 20]

/** `Frond` stands in one of WeChat's own documents; 0 and 1 in the plugin and the service market. */
const IS_FRONT = /^(fron[td]|0)$/i
const IS_BACK = /^(back|1)$/i

/** A reply as one side of an identity card, or as the error that it is. */
export function readIdCard(reply: unknown, now = new Date()): IdCard | OcrError {
  const said = fieldsOf(reply, 'idcard_res', { side: ['type'], ...FRONT, birth: [], ...BACK, authority: [] })
  if (said instanceof OcrError) return said
  const { side, validDate, authority, ...front } = said
  const isBack = IS_BACK.test(side) || (!IS_FRONT.test(side) && !front.name && !front.id && validDate !== '')
  const back = { validDate, authority }
  const isEmpty = !Object.values(isBack ? back : front).some(Boolean)
  if (isEmpty) return new OcrError('service', 'a side without a field is no card')
  return isBack ? readBack(back, reply, now) : readFront(front, reply, now)
}

const readFront = (front: IdCardFrontFields, raw: unknown, now: Date): IdCardFront =>
  cardOf({ card: 'idcard', side: 'front' }, raw, front, FRONT, (fields, doubt) =>
    readHolder(fields, { number: 'id', sex: 'gender', birth: 'birth' }, doubt, now),
  )

const readBack = (back: IdCardBackFields, raw: unknown, now: Date): IdCardBack =>
  cardOf({ card: 'idcard', side: 'back' }, raw, back, BACK, ({ validDate }, doubt) => {
    const validity = parseValidity(validDate, now)
    if (validDate) checkValidity('validDate', validity, doubt, TERMS)
    return validity
  })
