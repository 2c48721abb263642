import { seededRandom, type Random } from '../random'
import { inventAddress } from './address'
import { idNumber } from './id-number'
import { inventName, type Gender } from './names'
import { pickNationality } from './nationalities'
import { PLACES } from './places'

/** Somebody who does not exist, with all that the two sides of an identity card print. Dates are YYYYMMDD. */
export interface Person {
  name: string
  gender: Gender
  nationality: string
  birth: string
  addr: string
  id: string
  authority: string
  validFrom: string
  /** A date, or 长期. */
  validUntil: string
}

const LAST_YEAR_OF_ISSUE = 2025

export function inventPerson(seed: number): Person {
  const random = seededRandom(seed, 'person')
  const gender = random.pick<Gender>(['男', '女'])
  const nationality = pickNationality(random)
  const place = random.pick(PLACES)
  const birth = inventBirth(random)
  return {
    name: inventName(random, gender, nationality),
    gender,
    nationality,
    birth,
    addr: inventAddress(random, place),
    id: idNumber(place.code, birth, inventSequence(random, gender)),
    authority: place.authority,
    ...inventValidity(random, birth),
  }
}

function inventBirth(random: Random): string {
  const firstDay = Date.UTC(1938, 0, 1)
  const lastDay = Date.UTC(2016, 11, 31)
  const day = new Date(random.between(firstDay, lastDay))
  return day.toISOString().slice(0, 10).replaceAll('-', '')
}

function inventSequence(random: Random, gender: Gender): number {
  const even = 2 * random.integer(1, 499)
  return gender === '男' ? even + 1 : even
}

function inventValidity(random: Random, birth: string): Pick<Person, 'validFrom' | 'validUntil'> {
  const firstYear = Math.max(LAST_YEAR_OF_ISSUE - 8, Number(birth.slice(0, 4)) + 2)
  const year = random.integer(firstYear, LAST_YEAR_OF_ISSUE)
  // The day of issue is also that of expiry, and the 28th exists in every month of every year.
  const day = twoDigits(random.integer(1, 12)) + twoDigits(random.integer(1, 28))
  const validFrom = `${year}${day}`
  const years = termAt(ageOn(validFrom, birth))
  return { validFrom, validUntil: years === Infinity ? '长期' : `${year + years}${day}` }
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** In whole years; of two dates written YYYYMMDD, the difference's upper digits. */
function ageOn(date: string, birth: string): number {
  return Math.floor((Number(date) - Number(birth)) / 10000)
}

/** 居民身份证法, article 5: 5 years below 16, 10 to 25, 20 to 45, for good from 46 on. */
function termAt(age: number): number {
  if (age < 16) return 5
  if (age <= 25) return 10
  if (age <= 45) return 20
  return Infinity
}
