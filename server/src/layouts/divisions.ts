import { DIVISIONS } from './division-names'
import { SUREST } from './mistakes'
import { textOf, type Glyph } from './rows'

/** A province, a city and a county: no address begins with more. */
const LEVELS = 3
/**
 * A character that is as sure as this stands as it was read, since no list has every division that cards name. Of 5,675 readings of divisions that
 * had been taken off the list first, three became another one, and seven where no character was sure enough to stand.
 */
const CONFIDENT = 0.95

/** An address whose divisions are some that there are, where the recogniser took each of their characters at least for a candidate. */
export function withDivisions(address: Glyph[], levels = LEVELS): Glyph[] {
  const division = levels > 0 ? divisionOf(address) : []
  if (division.length === 0) return address
  return [...division, ...withDivisions(address.slice(division.length), levels - 1)]
}

/** The division that the address begins with: as it was read, if that is one, or else the likeliest. */
function divisionOf(address: Glyph[]): Glyph[] {
  const text = textOf(address)
  const read = DIVISIONS.filter((name) => text.startsWith(name)).sort((a, b) => b.length - a.length)[0]
  const name = read ?? likeliestOf(address)
  return [...name].flatMap((character, index) => spelt(address[index], character) ?? [])
}

function likeliestOf(address: Glyph[]): string {
  // What tells a county from a town, 县 from 镇, is never another than was read.
  const likely = DIVISIONS.filter((name) => address[name.length - 1]?.text === name.slice(-1))
    .map((name) => ({ name, likelihood: likelihoodOf(name, address) }))
    .sort((a, b) => b.likelihood - a.likelihood)[0]
  return likely && likely.likelihood > 0 ? likely.name : ''
}

function likelihoodOf(name: string, address: Glyph[]): number {
  return [...name].reduce((product, character, index) => product * likelihoodAt(address[index], character), 1)
}

function likelihoodAt(glyph: Glyph | undefined, character: string): number {
  if (glyph?.text === character) return glyph.score
  if (!glyph || glyph.score >= CONFIDENT) return 0
  return glyph.others.find(({ text }) => text === character)?.score ?? 0
}

/** The character where another was read, which it can't be: the score of both is its own. */
function spelt(glyph: Glyph | undefined, character: string): Glyph | undefined {
  if (!glyph || glyph.text === character) return glyph
  const { text, score, others } = glyph
  const rivals = [{ text, score }, ...others.filter((other) => other.text !== character)]
  return { ...glyph, text: character, score: Math.min(SUREST, score + likelihoodAt(glyph, character)), others: rivals }
}
