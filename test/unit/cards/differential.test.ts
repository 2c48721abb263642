/**
 * The rules here beside those of well-known packages, on 10,000 numbers each, half of them right. Every disagreement is
 * put down to a named reason, and each reason is seen at work; one without a reason fails the test.
 */
import cardValidator from 'card-validator'
import fc from 'fast-check'
import { stdnum } from 'stdnum'
import validator from 'validator'
import { readers } from '../../../src/cards'
import { BANK_NUMBER } from '../../../src/cards/bankcard'
import { ID_NUMBER } from '../../../src/cards/id-number'
import { isValid } from '../../../src/cards/number'

const COUNT = 10_000

const isIdNumber = (number: string) => isValid(number, ID_NUMBER)
const isBankNumber = (number: string) => isValid(number, BANK_NUMBER)

/** A reason why a package may see a number otherwise than we do. */
interface Reason {
  why: string
  applies: (number: string) => boolean
  /** What we say where the reason applies. */
  ours: boolean
}

function compare(
  numbers: string[],
  ours: (number: string) => boolean,
  theirs: (number: string) => boolean,
  reasons: Reason[],
) {
  const seen = new Map(reasons.map((reason) => [reason.why, 0]))
  const unexplained: string[] = []
  for (const number of numbers) {
    const verdict = ours(number)
    if (verdict === theirs(number)) continue
    const reason = reasons.find(({ applies, ours }) => ours === verdict && applies(number))
    if (reason) seen.set(reason.why, (seen.get(reason.why) ?? 0) + 1)
    else unexplained.push(`${number}: we say ${verdict}`)
  }
  expect(unexplained).toEqual([])
  for (const [why, times] of seen) expect(`${why}: ${times > 0}`).toBe(`${why}: true`)
}

const samples = (arbitrary: fc.Arbitrary<string>) => fc.sample(arbitrary, { numRuns: COUNT, seed: 11643 })

const digits = (length: number) => fc.stringMatching(RegExp(`^\\d{${length}}$`))

/** The one last character of ten or eleven that makes it valid, for every other number. */
const sometimesChecked = (body: fc.Arbitrary<string>, isValid: (number: string) => boolean, last: string) =>
  fc.tuple(body, fc.boolean(), fc.constantFrom(...last)).map(([start, right, other]) => {
    const fitting = [...last].find((character) => isValid(start + character)) ?? other
    return start + (right ? fitting : other)
  })

describe('公民身份号码', () => {
  const region = fc.constantFrom(
    '110105',
    '440524',
    '710000',
    '810000',
    '820000',
    '830000',
    '911100',
    '650102',
    '300000',
  )
  const date = fc.tuple(
    fc.integer({ min: 1880, max: 2040 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  )
  const pad = (value: number) => String(value).padStart(2, '0')
  const body = fc
    .tuple(region, date, digits(3))
    .map(([area, [year, month, day], sequence]) => `${area}${year}${pad(month)}${pad(day)}${sequence}`)
  const numbers = samples(sometimesChecked(body, isIdNumber, '0123456789X'))

  function isRight(id: string): boolean {
    const card = readers.idcard({ id })
    return 'checks' in card && !card.checks.some(({ level }) => level === 'error')
  }

  it('stdnum', () => {
    compare(numbers, isRight, (id) => stdnum.CN?.ric?.validate(id).isValid ?? false, [])
  })

  it('validator', () => {
    compare(numbers, isRight, (id) => validator.isIdentityCard(id, 'zh-CN'), [
      {
        why: 'its list of provinces lacks 83, residents of Taiwan; we call no area wrong',
        applies: (id) => id.startsWith('83'),
        ours: true,
      },
      { why: 'nor has it 30, which no province has (yet)', applies: (id) => id.startsWith('30'), ours: true },
    ])
  })
})

describe('银行卡号', () => {
  const start = fc.constantFrom('622202', '621700', '625', '81', '4111', '5555', '2221', '3530', '9558', '6011')
  const body = fc
    .tuple(start, fc.integer({ min: 14, max: 18 }), digits(19))
    .map(([first, length, rest]) => (first + rest).slice(0, length))
  const numbers = samples(sometimesChecked(body, isBankNumber, '0123456789'))

  it('validator’s Luhn', () => {
    compare(numbers, isBankNumber, (number) => validator.isLuhnNumber(number), [
      {
        why: 'it knows no lengths; a card of mainland China has 16 to 19',
        applies: (n) => n.length < 16 || n.length > 19,
        ours: false,
      },
    ])
  })

  it('validator’s credit cards', () => {
    compare(numbers, isBankNumber, (number) => validator.isCreditCard(number), [
      {
        why: 'its UnionPay beginning with 62 has 16 digits; debit cards have 19',
        applies: (n) => /^62\d{15,}$/.test(n),
        ours: true,
      },
      { why: 'it lacks the schemes of old Chinese cards (9558…)', applies: (n) => n.startsWith('9558'), ours: true },
      { why: 'its other schemes have lengths of their own', applies: (n) => /^(3|5|2|6011|81)/.test(n), ours: true },
      { why: 'its Mastercard pattern has no end', applies: (n) => n.startsWith('5'), ours: false },
    ])
  })

  it('card-validator', () => {
    compare(numbers, isBankNumber, (number) => cardValidator.number(number).isValid, [
      { why: 'it skips Luhn for UnionPay', applies: (n) => /^(62|81)/.test(n), ours: false },
      { why: 'it lacks the schemes of old Chinese cards (9558…)', applies: (n) => n.startsWith('9558'), ours: true },
      {
        why: 'it lacks 8172 to 8199, which no scheme has (yet)',
        applies: (n) => /^81(7[2-9]|[89])/.test(n),
        ours: true,
      },
      { why: 'its other schemes have lengths of their own', applies: (n) => /^[2345]|^6011/.test(n), ours: true },
    ])
  })

  it('card-validator’s schemes', () => {
    const brandOf = (number: string) => {
      const card = readers.bankcard({ number })
      return 'values' in card ? card.values.brand : null
    }
    const THEIRS: Record<string, string> = { 'american-express': 'amex', 'diners-club': 'diners' }
    for (const number of numbers) {
      const type = cardValidator.number(number).card?.type
      const brand = brandOf(number)
      const theirs = type ? (THEIRS[type] ?? type) : null
      // Beyond the list of ranges that it keeps for UnionPay, it answers Maestro or nothing.
      const isNarrower = brand === 'unionpay' && (theirs === null || theirs === 'maestro' || theirs === 'discover')
      if (!isNarrower) expect(`${number} ${brand}`).toBe(`${number} ${theirs}`)
    }
  })
})
