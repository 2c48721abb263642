import fc from 'fast-check'
import type { CardResult } from '../../../src/cards'
import { mask, readers } from '../../../src/cards'
import { BANK_NUMBER } from '../../../src/cards/bankcard'
import { ID_NUMBER } from '../../../src/cards/id-number'
import type { NumberRule } from '../../../src/cards/number'
import { isValid } from '../../../src/cards/number'
import { VIN } from '../../../src/cards/vin'
import { OcrError } from '../../../src/errors'

const READERS = Object.entries(readers) as Array<[CardResult['card'], (reply: unknown) => CardResult | OcrError]>

/** The names that any card's reply is made of, and a few that wrap it or say that it failed. */
const NAMES = [
  ...[
    'errcode',
    'errCode',
    'errmsg',
    'errMsg',
    'base_resp',
    'data',
    'fields',
    'idcard_res',
    'driving_res',
    'bankcard_res',
  ],
  ...['type', 'side', 'name', 'id', 'addr', 'gender', 'nationality', 'birth', 'valid_date', 'validDate', 'number'],
  ...['plate_num', 'plateNumB', 'vhicle_type', 'vin', 'register_date', 'issue_date', 'passengers_num', 'total_quality'],
  ...['items', 'text', 'pos', 'id_num', 'valid_from', 'valid_to', 'reg_num', 'valid_period', '__proto__', 'toString'],
]

/** Something like a reply: its names with any JSON behind them, nested as JSON nests. */
const replyish = fc.letrec<{ value: unknown; reply: object }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(0, '0', -1, 101001),
    tie('reply'),
  ),
  reply: fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 8 }),
})).reply

const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9OIlx×０-９ -]{0,20}$/))
const reply = fc.dictionary(
  fc.constantFrom(...NAMES.slice(10).filter((name) => !/^(text|items|pos|__proto__)$/.test(name))),
  text,
)

/** All of a result but the reply itself; an error as it is. */
function withoutRaw(result: CardResult | OcrError) {
  if (result instanceof OcrError) return { error: result.kind }
  const { raw, ...card } = result
  return card
}

it('takes any JSON at all: a result or a typed error comes out, never a throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), replyish), (value) => {
      for (const [card, read] of READERS) {
        const result = read(value)
        if (result instanceof OcrError) continue
        expect(result.card).toBe(card)
        for (const field of Object.values(result.fields)) expect(typeof field).toBe('string')
      }
    }),
    { numRuns: 2000 },
  )
})

it('survives a reply nested deeper than any stack', () => {
  let deep: object = {}
  for (let depth = 0; depth < 100_000; depth++)
    deep = { data: deep, base_resp: deep, text: deep, name: deep, fields: deep }
  for (const [, read] of READERS) expect(read(deep)).toBeInstanceOf(OcrError)
})

it('reads its own results as what they are', () => {
  fc.assert(
    fc.property(reply, (value) => {
      for (const [, read] of READERS) {
        const once = read(value)
        if (once instanceof OcrError || once.card === 'printedText') continue
        expect(withoutRaw(read(once))).toEqual(withoutRaw(once))
      }
    }),
    { numRuns: 2000 },
  )
})

it('reads snake_case and camelCase of one reply as one', () => {
  const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
  fc.assert(
    fc.property(reply, (value) => {
      const cased = Object.fromEntries(Object.entries(value).map(([name, field]) => [camel(name), field]))
      // Two spellings of one name in one reply have no one reading.
      fc.pre(Object.keys(cased).length === Object.keys(value).length)
      for (const [, read] of READERS) {
        expect(withoutRaw(read(cased))).toEqual(withoutRaw(read(value)))
      }
    }),
    { numRuns: 2000 },
  )
})

it('suggests no number that fails its checksum', () => {
  const rules: Record<string, NumberRule> = { id: ID_NUMBER, number: BANK_NUMBER, vin: VIN }
  const lookAlike = fc.constantFrom('1', 'I', 'l', '0', 'O', 'x', 'X', '×', '７', '7', 'Ａ')
  const near = (digits: string) =>
    fc.array(fc.tuple(fc.nat(digits.length - 1), lookAlike), { maxLength: 4 }).map((changes) => {
      const characters = [...digits]
      for (const [at, character] of changes) characters[at] = character
      return characters.join('')
    })
  let suggestions = 0
  fc.assert(
    fc.property(
      near('11010110001001001X'),
      near('6222021010010010128'),
      near('1M8GDM9AXKP010100'),
      (id, number, vin) => {
        for (const [field, value] of Object.entries({ id, number, vin })) {
          for (const [, read] of READERS) {
            const card = read({ [field]: value })
            if (card instanceof OcrError) continue
            for (const check of card.checks) {
              const rule = rules[check.field]
              if (check.suggestion === undefined || !rule || card.card === 'plate') continue
              suggestions++
              expect(isValid(check.suggestion, rule)).toBe(true)
            }
          }
        }
      },
    ),
    { numRuns: 5000 },
  )
  expect(suggestions).toBeGreaterThan(100)
})

it('masks once and for all, and shows no five digits of a number in a row', () => {
  fc.assert(
    fc.property(reply, (value) => {
      for (const [, read] of READERS) {
        const result = read(value)
        if (result instanceof OcrError) continue
        const masked = mask(result)
        expect(mask(masked)).toEqual(masked)
        const { addr, address, ...fields } = { addr: '', address: '', ...masked.fields }
        for (const [name, shown] of Object.entries(fields)) if (!/^valid/.test(name)) expect(shown).not.toMatch(/\d{5}/)
      }
    }),
    { numRuns: 2000 },
  )
})
