import { PROVINCES } from './division-names'
import { likeliestOf } from './likeliest'
import { asIfSeen } from './mistakes'
import { textOf, type Glyph } from './rows'

/** A province, a city and a county: no address begins with more. */
const LEVELS = 3
/**
 * A character that is as sure as this stands as it was read, since no list has every division that cards name. Of 5,463 right readings of
 * divisions none became another one when theirs had been taken off the list.
 */
const CONFIDENT = 0.95

/** An address whose divisions are some that there are, where the recogniser took each of their characters at least for a candidate. */
export function withDivisions(address: Glyph[], provinces = PROVINCES, levels = LEVELS): Glyph[] {
  const name = levels > 0 ? divisionOf(address, provinces.flat()) : undefined
  if (name === undefined) return address
  const division = address.slice(0, name.length).map((glyph, index) => asIfSeen(glyph, name[index] ?? ''))
  const itsProvinces = provinces.filter((names) => names.includes(name))
  return [...division, ...withDivisions(address.slice(division.length), itsProvinces, levels - 1)]
}

/** What the address begins with: as it was read, if that is one of the names, or else the likeliest of them. */
function divisionOf(address: Glyph[], names: string[]): string | undefined {
  const text = textOf(address)
  // What tells a county from a town, 县 from 镇, is never another than was read.
  const endsAlike = (name: string) => address[name.length - 1]?.text === name.slice(-1)
  const asRead = names.find((name) => text.startsWith(name))
  return asRead ?? likeliestOf(names.filter(endsAlike), (name) => likelihoodOf(name, address))
}

function likelihoodOf(name: string, address: Glyph[]): number {
  return [...name].reduce((product, character, index) => product * likelihoodAt(address[index], character), 1)
}

function likelihoodAt(glyph: Glyph | undefined, character: string): number {
  if (glyph?.text === character) return glyph.score
  if (!glyph || glyph.score >= CONFIDENT) return 0
  return glyph.others.find(({ text }) => text === character)?.score ?? 0
}
