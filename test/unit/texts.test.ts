import { en } from '../../src/en'
import { TEXTS as BANKCARD } from '../../src/ocr-bankcard/texts'
import { LABELS } from '../../src/ocr-confirm/labels'
import { TEXTS as CONFIRM } from '../../src/ocr-confirm/texts'
import { TEXTS as IDCARD } from '../../src/ocr-idcard/texts'
import { TEXTS as VEHICLE } from '../../src/ocr-vehicle/texts'
import { TEXTS as VIEWFINDER } from '../../src/ocr-viewfinder/texts'
import type { Language } from '../../src/texts'
import { TEXTS, withChanges } from '../../src/texts'

const zh: Language = {
  ...TEXTS,
  viewfinder: VIEWFINDER,
  confirm: CONFIRM,
  idcard: { ...IDCARD, fields: LABELS.idcard },
  bankcard: { ...BANKCARD, fields: LABELS.bankcard },
  vehicle: { ...VEHICLE, fields: LABELS.vehicle },
}

/** Every word, by where it stands: `errors.network`. */
function wordsIn(language: object, place = ''): Array<[place: string, word: string]> {
  return Object.entries(language).flatMap(([key, word]) =>
    typeof word === 'string' ? [[place + key, word]] : wordsIn(word, `${place}${key}.`),
  )
}
const placesIn = (language: object) => wordsIn(language).map(([place]) => place)

it('says in English all that it says in Chinese, and nothing else', () => {
  expect(placesIn(en).sort()).toEqual(placesIn(zh).sort())
})

it.each(Object.entries({ en, zh }))('has no empty text in %s', (_, language) => {
  for (const [, word] of wordsIn(language)) expect(word).not.toBe('')
})

it('speaks Chinese alone in Chinese, and none of it in English', () => {
  for (const [, word] of wordsIn(en)) expect(word).not.toMatch(/[一-龥]/)
  for (const [, word] of wordsIn(zh)) expect(word).toMatch(/[一-龥]/)
})

it('takes the words of the app in the place of its own, and leaves the others', () => {
  expect(withChanges(en, { redo: 'Once more', errors: { network: 'No signal' } })).toEqual({
    ...en,
    redo: 'Once more',
    errors: { ...en.errors, network: 'No signal' },
  })
})
