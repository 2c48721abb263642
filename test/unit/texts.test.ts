import { TEXTS as BANKCARD } from '../../src/ocr-bankcard/texts'
import { LABELS } from '../../src/ocr-confirm/labels'
import { TEXTS as CONFIRM } from '../../src/ocr-confirm/texts'
import { TEXTS as IDCARD } from '../../src/ocr-idcard/texts'
import { TEXTS as VEHICLE } from '../../src/ocr-vehicle/texts'
import { TEXTS as VIEWFINDER } from '../../src/ocr-viewfinder/texts'
import type { Texts } from '../../src/texts'
import { inLanguage, TEXTS } from '../../src/texts'

const everyText = (locale: string) =>
  [TEXTS, IDCARD, BANKCARD, VEHICLE, VIEWFINDER, CONFIRM, ...Object.values(LABELS)].map((table) =>
    inLanguage<object>(table, locale),
  )
const textsFor = (locale: string, changes?: object): Texts => inLanguage(TEXTS, locale, changes)

it.each(['en', 'zh-CN'])('has no empty text in %s', (locale) => {
  expect(JSON.stringify(everyText(locale))).not.toContain('""')
})

it('speaks Chinese alone in Chinese, and none of it in English', () => {
  const words = (locale: string) => JSON.stringify(everyText(locale)).match(/"[^"]+"(?=[,}])/g) ?? []
  for (const word of words('en')) expect(word).not.toMatch(/[一-龥]/)
  for (const word of words('zh-CN')) expect(word).toMatch(/[一-龥]/)
})

it('speaks Chinese where it does not know the language', () => {
  expect(textsFor('fr')).toEqual(textsFor('zh-CN'))
})

it('takes the words of the app in the place of its own, and leaves the others', () => {
  const texts = textsFor('en', { redo: 'Once more', errors: { network: 'No signal' } })
  expect(texts).toEqual({
    ...textsFor('en'),
    redo: 'Once more',
    errors: { ...textsFor('en').errors, network: 'No signal' },
  })
})
