import { confidenceOf } from '../../../server/src/layouts/confidence'
import { together, type Reading } from '../../../server/src/layouts/reading'
import type { Glyph } from '../../../server/src/layouts/rows'
import { DIGITS, HAN, keep, settle, within } from '../../../server/src/layouts/value'

function glyph(text: string, score = 0.95, others: Record<string, number> = {}): Glyph {
  const candidates = Object.entries(others).map(([text, score]) => ({ text, score }))
  return { text, score, others: candidates, left: 0, right: 10, y: 0, height: 20 }
}

const textOf = (glyphs: Glyph[]) => glyphs.map(({ text }) => text).join('')

describe('an alphabet', () => {
  test('keeps what is in it, in any form', () => {
    expect(
      textOf(
        keep(
          [...'1２三4'].map((text) => glyph(text)),
          DIGITS,
        ),
      ),
    ).toBe('124')
  })

  test('takes the likeliest candidate that is in it', () => {
    expect(within(glyph('口', 0.6, { 日: 0.2, 0: 0.15 }), DIGITS)?.text).toBe('0')
    expect(within(glyph('-', 0.6, { 一: 0.3 }), HAN)?.text).toBe('一')
  })

  test('makes nothing of a stroke that is hardly a candidate', () => {
    expect(within(glyph('-', 0.9, { 一: 0.03 }), HAN)).toBeUndefined()
  })
})

describe('a checksum', () => {
  const isEven = (text: string) => Number(text) % 2 === 0

  test('chooses between candidates that are nearly equal', () => {
    expect(settle([glyph('1'), glyph('3', 0.5, { 8: 0.45 })], isEven)).toMatchObject({ text: '18', isChecked: true })
  })

  test('never overrules a confident character', () => {
    expect(settle([glyph('1'), glyph('3', 0.9, { 8: 0.09 })], isEven)).toMatchObject({ text: '13', isChecked: false })
  })

  test('never takes a candidate that is much less likely', () => {
    expect(settle([glyph('1'), glyph('3', 0.7, { 8: 0.1 })], isEven).text).toBe('13')
  })

  test('settles nothing beside a character that is itself in doubt', () => {
    expect(settle([glyph('1', 0.4), glyph('3', 0.5, { 8: 0.45 })], isEven)).toMatchObject({
      text: '13',
      isChecked: false,
    })
    expect(settle([glyph('1'), glyph('3', 0.3, { 8: 0.15 })], isEven).text).toBe('13')
    expect(settle([glyph('1', 0.6), glyph('3', 0.5, { 8: 0.45 })], isEven).text).toBe('18')
  })

  test('changes one character and never two: of so many readings one passes by chance', () => {
    const doubtful = () => glyph('3', 0.5, { 8: 0.45 })
    expect(settle([doubtful(), doubtful()], (text) => text === '88').text).toBe('33')
    expect(settle([doubtful(), doubtful()], (text) => text === '38').text).toBe('38')
  })

  test('chooses nothing where two readings pass', () => {
    expect(settle([glyph('1'), glyph('3', 0.4, { 8: 0.3, 6: 0.2 })], isEven).text).toBe('13')
  })
})

describe('confidence', () => {
  test('is nothing for what was not found', () => {
    expect(confidenceOf({ text: '', score: 0 })).toBe(0)
  })

  test('grows with the score, and is between 0 and 1', () => {
    for (const kind of ['text', 'name', 'code', 'checked'] as const) {
      const shares = Array.from({ length: 101 }, (_, score) => confidenceOf({ text: '1', score: score / 100, kind }))
      expect(shares).toEqual([...shares].sort((a, b) => a - b))
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
    }
  })

  test('is higher with a checksum passed and at most half with one failed', () => {
    const value = { text: '1', score: 0.85 }
    const plain = confidenceOf(value)
    expect(confidenceOf({ ...value, kind: 'checked', isChecked: true })).toBeGreaterThan(plain)
    expect(confidenceOf({ ...value, kind: 'checked', isChecked: false })).toBeLessThanOrEqual(0.5)
  })
})

describe('several looks', () => {
  const reading = (
    fields: Record<string, string>,
    confidence: Record<string, number>,
    doubtful: string[] = [],
  ): Reading => ({
    fields: { type: 'Front', ...fields },
    confidence,
    doubtful,
  })
  const sizes = (...looks: [text: string, confidence: number, isDoubtful?: boolean][]) =>
    together(looks.map(([size, sure, isDoubtful]) => reading({ size }, { size: sure }, isDoubtful ? ['size'] : [])))

  test('none of which shows the card come to nothing', () => {
    expect(together([])).toBeUndefined()
  })

  test('give each field of the one that leaves no doubt, or else of the surer one', () => {
    const first = reading({ id: 'a', name: 'b', addr: 'c' }, { id: 0.9, name: 0.4, addr: 0.7 }, ['id', 'name'])
    const second = reading({ id: 'A', name: 'B', addr: 'C' }, { id: 0.8, name: 0.3, addr: 0.99 }, ['name'])
    expect(together([first, second])).toEqual(
      reading({ id: 'A', name: 'b', addr: 'C' }, { id: 0.8, name: 0.4, addr: 0.99 }, ['name']),
    )
  })

  test('two that agree outweigh a surer one, and are as sure as the surer of the two', () => {
    const looks = sizes(['7090kg', 0.87], ['7000kg', 0.6], ['7000kg', 0.8])
    expect(looks).toEqual(reading({ size: '7000kg' }, { size: 0.8 }))
    expect(sizes(['1889', 0.36, true], ['1809', 0.34, true], ['1809', 0.3, true])?.fields.size).toBe('1809')
  })

  test('but not one that alone leaves no doubt', () => {
    expect(sizes(['7090kg', 0.7], ['7000kg', 0.6, true], ['7000kg', 0.6, true])?.fields.size).toBe('7090kg')
  })

  test('of which one did not see the page of a field, give what the other made of it', () => {
    expect(sizes(['', 0], ['1809', 0.3, true])).toEqual(reading({ size: '1809' }, { size: 0.3 }, ['size']))
    expect(sizes(['1809', 0.3, true], ['', 0])?.fields.size).toBe('1809')
    expect(sizes(['', 0], ['', 0])).toEqual(reading({ size: '' }, { size: 0 }))
  })

  test('of which one is sure of a part of a number, give the whole', () => {
    expect(sizes(['750kg', 0.997], ['1750kg', 0.92])?.fields.size).toBe('1750kg')
    expect(sizes(['1750kg', 0.92], ['750kg', 0.997])?.fields.size).toBe('1750kg')
    expect(sizes(['731kg', 0.998], ['7310kg', 0.997])?.fields.size).toBe('7310kg')
  })

  test('but not what was read with a doubt, or is no number', () => {
    expect(sizes(['7000kg', 0.75, true], ['87000kg', 0.27, true])?.fields.size).toBe('7000kg')
    expect(sizes(['样本路1号', 0.9], ['样本路1号1', 0.8])?.fields.size).toBe('样本路1号')
  })
})
