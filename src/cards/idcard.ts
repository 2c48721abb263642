import type { OcrError } from '../errors'
import type { Holder } from './id-number'
import { readHolder } from './id-number'
import type { Card } from './read-card'
import { cardOf, fieldsOf } from './read-card'
import { readReply } from './reply'
import type { Validity } from './validity'
import { endsOf, readValidity } from './validity'

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

const FRONT = 'name id addr/address gender nationality'

/** Years that the law knows. */
const TERMS = [5, 10, 20]

/** `Frond` stands in one of WeChat's own documents; 0 and 1 in the plugin and the service market. */
const IS_FRONT = /^(fron[td]|0)$/i
const IS_BACK = /^(back|1)$/i

/** A reply as one side of an identity card, or as the error that it is. */
export const readIdCard = (reply: unknown, now?: Date): IdCard | OcrError =>
  readReply<Omit<IdCardFront, 'raw'> | Omit<IdCardBack, 'raw'>>(reply, 'idcard_res', (said) => {
    const { side, name, id, validDate } = fieldsOf(said, 'side/type name id validDate')
    const isBack = IS_BACK.test(side) || (!IS_FRONT.test(side) && !name && !id && validDate)
    if (isBack)
      return cardOf({ card: 'idcard', side: 'back' }, { validDate }, fieldsOf(said, 'authority'), (card) =>
        readValidity(card, 'validDate', endsOf(validDate), now, TERMS),
      )
    return cardOf({ card: 'idcard', side: 'front' }, fieldsOf(said, FRONT), fieldsOf(said, 'birth'), (card) =>
      readHolder(card, 'id', 'gender', 'birth', now),
    )
  })
