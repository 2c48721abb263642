import type { BankCardFields } from '../cards/bankcard'
import type { CardTexts, Locale } from '../texts'

export const TEXTS: Record<Locale, CardTexts<keyof BankCardFields>> = {
  'zh-CN': { titles: { any: '银行卡' }, fields: { number: '卡号' } },
  en: { titles: { any: 'Bank card' }, fields: { number: 'Card number' } },
}
