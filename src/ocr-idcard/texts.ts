import type { IdCardBoth } from '../cards/idcard-sides'
import type { CardTexts, Table } from '../texts'

export const TEXTS: Table<CardTexts<keyof IdCardBoth['fields']>> = {
  titles: {
    front: ['身份证人像面', 'ID card: portrait'],
    back: ['身份证国徽面', 'ID card: emblem'],
    any: ['身份证', 'ID card'],
    both: ['身份证正反面', 'ID card, both sides'],
  },
  fields: {
    name: ['姓名', 'Name'],
    gender: ['性别', 'Sex'],
    nationality: ['民族', 'Ethnicity'],
    birth: ['出生', 'Born'],
    addr: ['住址', 'Address'],
    id: ['公民身份号码', 'ID number'],
    authority: ['签发机关', 'Issued by'],
    validDate: ['有效期限', 'Valid'],
  },
}
