import type { IdCardBoth } from '../cards/idcard-sides'
import type { CardTexts, Locale } from '../texts'

export const TEXTS: Record<Locale, CardTexts<keyof IdCardBoth['fields']>> = {
  'zh-CN': {
    titles: { front: '身份证人像面', back: '身份证国徽面', any: '身份证', both: '身份证正反面' },
    fields: {
      name: '姓名',
      gender: '性别',
      nationality: '民族',
      birth: '出生',
      addr: '住址',
      id: '公民身份号码',
      authority: '签发机关',
      validDate: '有效期限',
    },
  },
  en: {
    titles: { front: 'ID card: portrait', back: 'ID card: emblem', any: 'ID card', both: 'ID card, both sides' },
    fields: {
      name: 'Name',
      gender: 'Sex',
      nationality: 'Ethnicity',
      birth: 'Born',
      addr: 'Address',
      id: 'ID number',
      authority: 'Issued by',
      validDate: 'Valid',
    },
  },
}
