import type { Glyph } from './rows'
import { textOf } from './rows'
import { HAN, keep, valueOf, within, type Value } from './value'

/** The part of the run that has the form. */
export function partLike(form: RegExp, run: Glyph[]): Glyph[] {
  const found = form.exec(textOf(run))
  return found ? run.slice(found.index, found.index + found[0].length) : []
}

/** In heights of a line: where a value of one word ends. */
const WORD_GAP = 1.2

export function untilGap(glyphs: Glyph[]): Glyph[] {
  return wordsOf(glyphs)[0] ?? []
}

export function wordsOf(glyphs: Glyph[]): Glyph[][] {
  const words: Glyph[][] = []
  glyphs.forEach((glyph, index) => {
    const [word, before] = [words[words.length - 1], glyphs[index - 1]]
    if (word && before && glyph.left - before.right <= WORD_GAP * glyph.height) word.push(glyph)
    else words.push([glyph])
  })
  return words
}

/** Source: GA 37. */
const USES =
  '非营运 预约出租客运 预约出租转非 出租转非 营转非 公路客运 公交客运 出租客运 旅游客运 货运 租赁 警用 消防 救护 工程救险 教练 幼儿校车 小学生校车 中小学生校车 初中生校车 危化品运输'.split(
    ' ',
  )
const USE_CHARACTER = new RegExp(USES.join('|'))

/** By itself or with what is left of its label: a firm's name may have such a word in it. */
export const WHOLE_USE = new RegExp(`^.{0,4}(?:${USE_CHARACTER.source})$`)

/** The first word in Chinese. */
export function wordIn(glyphs: Glyph[]): Glyph[] {
  return untilGap(keep(glyphs, HAN))
}

/** The word, as the standard has it if that is in it; strokes and stamps beside it are none of it. */
export function readWord(form: RegExp, word: Glyph[]): Value {
  const known = partLike(form, word)
  return valueOf(known.length > 0 ? known : word)
}

/** A use that the standard has, if the recogniser took each of its characters at least for a candidate. */
export function readUse(glyphs: Glyph[]): Value {
  const word = wordIn(glyphs)
  const known = USES.map((use) => speltAs(use, word)).find(({ length }) => length > 0)
  return known ? valueOf(known) : readWord(USE_CHARACTER, word)
}

/** The word as this one, if the recogniser took each of its characters at least for a candidate; or nothing. */
export function speltAs(known: string, word: Glyph[]): Glyph[] {
  if (word.length !== known.length) return []
  const spelt = word.flatMap((glyph, index) => within(glyph, (text) => text === known[index]) ?? [])
  return spelt.length === word.length ? spelt : []
}

/** A firm's name and a stamp's character or two; what is a part of a firm, such as 分店, ends like one. */
const FIRM_AND_STAMP = /公司.?[^部店厂站队所处局社行院校]$/u

export function untilFirmEnds(glyphs: Glyph[]): Glyph[] {
  const found = FIRM_AND_STAMP.exec(textOf(glyphs))
  return found ? glyphs.slice(0, found.index + 2) : glyphs
}

/** An O or I that the recogniser itself also takes for a digit is one: only a digit has a stroke through it, and models have neither letter (GB/T 9417). */
export function asDigitSeen(glyph: Glyph): Glyph {
  const digit = /[OI]/.test(glyph.text) && glyph.others.find(({ text }) => /^[01]$/.test(text))
  return digit ? { ...glyph, text: digit.text } : glyph
}
