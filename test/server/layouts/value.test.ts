import { confidenceOf } from '../../../server/src/layouts/confidence'
import { better, type Reading } from '../../../server/src/layouts/reading'
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

describe('of two readings', () => {
  const reading = (
    fields: Record<string, string>,
    confidence: Record<string, number>,
    doubtful: string[],
  ): Reading => ({
    fields: { type: 'Front', ...fields },
    confidence,
    doubtful,
  })

  test('each field comes from the one that leaves no doubt, or else the surer one', () => {
    const first = reading({ id: 'a', name: 'b', addr: 'c' }, { id: 0.9, name: 0.4, addr: 0.7 }, ['id', 'name'])
    const second = reading({ id: 'A', name: 'B', addr: 'C' }, { id: 0.8, name: 0.3, addr: 0.99 }, ['name'])
    expect(better(first, second)).toEqual(
      reading({ id: 'A', name: 'b', addr: 'C' }, { id: 0.8, name: 0.4, addr: 0.99 }, ['name']),
    )
  })
})
