import { checkCharacter, idNumber } from '../../samples/people/id-number'
import { NATIONALITIES } from '../../samples/people/nationalities'
import { inventPerson, type Person } from '../../samples/people/person'
import { PLACES } from '../../samples/people/places'

const PEOPLE: Person[] = Array.from({ length: 500 }, (_, seed) => inventPerson(seed))

describe('the number of GB 11643', () => {
  test.each(['11010519491231002X', '440524188001010014'])("agrees with the standard's example %s", (example) => {
    expect(checkCharacter(example.slice(0, 17))).toBe(example.charAt(17))
  })

  test('joins area, birth and sequence', () => {
    expect(idNumber('440524', '18800101', 1)).toBe('440524188001010014')
  })
})

describe('an invented person', () => {
  test('has a number that passes ISO 7064 MOD 11-2', () => {
    for (const { id } of PEOPLE) expect(iso7064Remainder(id)).toBe(1)
  })

  test("has a number of the place, the birth and the sex that the card's other fields say", () => {
    for (const { id, birth, gender, addr } of PEOPLE) {
      const place = PLACES.find(({ code }) => code === id.slice(0, 6))
      expect(addr).toContain(place?.prefix)
      expect(id.slice(6, 14)).toBe(birth)
      expect(Number(id.charAt(16)) % 2 === 1 ? '男' : '女').toBe(gender)
    }
  })

  test('was born on a real day', () => {
    for (const { birth } of PEOPLE) expect(dateOf(birth).toISOString().slice(0, 10).replaceAll('-', '')).toBe(birth)
  })

  test('holds a card for the term of its age', () => {
    for (const { birth, validFrom, validUntil } of PEOPLE) {
      const term = validUntil === '长期' ? Infinity : Number(validUntil.slice(0, 4)) - Number(validFrom.slice(0, 4))
      expect(term).toBe(termOfAge(wholeYears(dateOf(birth), dateOf(validFrom))))
      if (term !== Infinity) expect(validUntil.slice(4)).toBe(validFrom.slice(4))
    }
  })

  test('is of one of the 56 nationalities, without 族', () => {
    expect(new Set(NATIONALITIES).size).toBe(56)
    for (const { nationality } of PEOPLE) expect(NATIONALITIES).toContain(nationality)
  })

  test('is the same person for the same seed, and another for another', () => {
    expect(inventPerson(42)).toEqual(inventPerson(42))
    expect(new Set(PEOPLE.map(({ id }) => id)).size).toBe(PEOPLE.length)
  })

  test('may have a name in two parts', () => {
    expect(PEOPLE.some(({ name }) => /^\p{Script=Han}+·\p{Script=Han}+$/u.test(name))).toBe(true)
  })
})

describe('a place', () => {
  const authorityOf = (code: string) => PLACES.find((place) => place.code === code)?.authority

  test.each([
    ['110101', '北京市公安局东城分局'],
    ['310115', '上海市公安局浦东分局'],
    ['450302', '桂林市公安局秀峰分局'],
    ['500235', '云阳县公安局'],
    ['320583', '昆山市公安局'],
  ])('%s has its cards issued by %s', (code, authority) => {
    expect(authorityOf(code)).toBe(authority)
  })

  test('has a code of its own', () => {
    expect(new Set(PLACES.map(({ code }) => code)).size).toBe(PLACES.length)
    for (const { code } of PLACES) expect(code).toMatch(/^\d{6}$/)
  })
})

/** The standard's definition, not its table of weights: each digit counts twice what the next one does. */
function iso7064Remainder(id: string): number {
  return [...id].reduce((sum, digit) => (sum * 2 + (digit === 'X' ? 10 : Number(digit))) % 11, 0)
}

function dateOf(date: string): Date {
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))))
}

function wholeYears(from: Date, to: Date): number {
  const birthdayToCome = new Date(from).setUTCFullYear(to.getUTCFullYear()) > to.getTime()
  return to.getUTCFullYear() - from.getUTCFullYear() - (birthdayToCome ? 1 : 0)
}

function termOfAge(age: number): number {
  if (age < 16) return 5
  if (age < 26) return 10
  return age < 46 ? 20 : Infinity
}
