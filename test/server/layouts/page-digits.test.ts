import { layouts } from '../../../server/src/layouts'
import { asPictured, asPrinted, learnDigits } from '../../../server/src/layouts/page-digits'
import { page, type Print } from './card'
import { SHAPE_WIDTH, type Shape } from '../../../server/src/layouts/line'
import { shapeOf } from './pixel-face'

/** So much of one shape, and the rest of another. */
const mixed = (a: Shape, b: Shape, share: number): Shape => ({
  ...a,
  ink: a.ink.map((ink, pixel) => ink * share + (b.ink[pixel] ?? 0) * (1 - share)),
})

/** A character read as `text`, whose picture shows `printed`. */
const glyph = (text: string, printed: string, others: Record<string, number> = {}, score = 0.95) => ({
  text,
  score,
  others: Object.entries(others).map(([other, likelihood]) => ({ text: other, score: likelihood })),
  shape: shapeOf(printed),
  left: 0,
  right: 10,
  y: 0,
  height: 20,
})
const DATE = [...'20180105'].map((digit) => glyph(digit, digit))
const DIGITS = learnDigits([], DATE)
const read = (character: ReturnType<typeof glyph>, { isCode = true, digits = DIGITS } = {}) =>
  asPictured(character, { digits, isCode })?.text

describe("a character that looks like the page's own", () => {
  test.each(['O', 'o'])('zeros is one, though it was read as %s', (text) => {
    expect(read(glyph(text, '0'))).toBe('0')
  })

  test('zeros is one, though it was read as an 8: among letters if the recogniser saw that, too', () => {
    expect(read(glyph('8', '0'), { isCode: false })).toBe('0')
    expect(read(glyph('8', '0', { 0: 0.02 }))).toBe('0')
    expect(read(glyph('8', '0'))).toBeUndefined()
  })

  test('is another digit only where there are no letters, and if the recogniser saw that, too', () => {
    expect(read(glyph('6', '0', {}, 0.6), { isCode: false })).toBeUndefined()
    expect(read(glyph('6', '0', { 0: 0.2 }, 0.6), { isCode: false })).toBe('0')
    expect(read(glyph('6', '0', { 0: 0.2 }, 0.6))).toBeUndefined()
    expect(read(glyph('6', '0', { 0: 0.05 }), { isCode: false })).toBeUndefined()
  })

  test('is a zero of a page that shows no eight only if it is quite the same, or the recogniser saw that, too', () => {
    const digits = learnDigits([glyph('0', '0')], [])
    const blurred = { ...glyph('8', '0'), shape: mixed(shapeOf('0'), shapeOf('8'), 0.58) }
    const options = { digits, isCode: false }
    expect(read(blurred, options)).toBeUndefined()
    expect(read({ ...blurred, others: [{ text: '0', score: 0.02 }] }, options)).toBe('0')
    expect(read(glyph('8', '0'), options)).toBe('0')
  })

  test('is not surer than what was settled by its picture', () => {
    expect(asPictured(glyph('O', '0', { 0: 0.01 }, 0.99), { digits: DIGITS, isCode: true })).toMatchObject({
      score: 0.95,
      others: [{ text: 'O', score: 0.99 }],
    })
  })
})

describe('a letter that was read as a digit', () => {
  test.each([
    ['D', '0', 0.02],
    ['Q', '0', 0.02],
    ['S', '5', 0.02],
    ['S', '5', 0.3],
  ])('is %s and not %s where it leans to that, and the recogniser saw it, too', (letter, digit, score) => {
    expect(read(glyph(digit, letter, { [letter]: score }))).toBe(letter)
    expect(read(glyph(digit, letter))).toBeUndefined()
    expect(read(glyph(digit, digit, { [letter]: score }))).toBeUndefined()
  })

  test('is none where there are no letters', () => {
    expect(read(glyph('5', 'S', { S: 0.3 }), { isCode: false })).toBeUndefined()
  })

  test('is an S of a page that shows no five only where the recogniser saw little difference', () => {
    const digits = learnDigits([glyph('0', '0')], [])
    // An S whose spine is a stroke, and whose top is open.
    const ink = shapeOf('S').ink.map((level, pixel) => {
      const row = Math.floor(pixel / SHAPE_WIDTH)
      return row === 12 || row === 13 ? 255 : row < 3 ? 0 : level
    })
    const five = (score: number) => ({ ...glyph('5', 'S', { S: score }, 1 - score), shape: { ...shapeOf('S'), ink } })
    expect(read(five(0.3), { digits })).toBe('S')
    expect(read(five(0.2), { digits })).toBeUndefined()
    expect(read(glyph('5', '5', { S: 0.4 }, 0.5), { digits })).toBeUndefined()
  })

  test('and that it is hardly likely to be, if it leans far', () => {
    const between = (share: number) => ({ ...glyph('0', '0'), shape: mixed(shapeOf('0'), shapeOf('D'), share) })
    const half = between(0.75)
    expect(read({ ...half, others: [{ text: 'D', score: 0.02 }] })).toBeUndefined()
    expect(read({ ...half, others: [{ text: 'D', score: 0.3 }] })).toBe('D')
  })
})

describe('a digit that was read as a letter', () => {
  test('is a five if the recogniser saw little difference, and the picture leans no more to the S than the fives', () => {
    expect(read(glyph('S', '5', { 5: 0.3 }, 0.6))).toBe('5')
    expect(read(glyph('S', '5', { 5: 0.2 }, 0.7))).toBeUndefined()
    expect(read(glyph('S', 'S', { 5: 0.4 }, 0.5))).toBeUndefined()
    expect(read(glyph('S', '5', { 5: 0.4 }, 0.5), { digits: learnDigits([], []) })).toBeUndefined()
  })

  test('is none where an O leans to a Q or D, which the recogniser saw, too', () => {
    expect(read(glyph('O', 'Q', { Q: 0.3 }, 0.6))).toBe('Q')
    expect(read(glyph('O', 'D', { D: 0.3 }, 0.6))).toBe('D')
  })
})

describe('a one that may be a J', () => {
  const printed = (shown: string) =>
    asPrinted([glyph('1', shown, { J: 0.07 }, 0.85)], { digits: DIGITS, strokes: false }, true)
  test("is one where it looks just like the page's own, and else a J", () => {
    expect(printed('1')[0]?.text).toBe('1')
    expect(printed('D')[0]?.text).toBe('J')
  })
})

describe('a character whose picture tells nothing', () => {
  test.each(['D', 'S', '8'])('%s, which is printed', (text) => {
    expect(read(glyph(text, text))).toBeUndefined()
  })

  test('an S, however like a five it is, where it leans to itself', () => {
    const curved = { ...glyph('S', 'S'), shape: mixed(shapeOf('5'), shapeOf('S'), 0.7) }
    expect(read(curved)).toBeUndefined()
  })

  test('an O, wider than the zeros', () => {
    const wide = { ...glyph('O', '0'), shape: shapeOf('0', 0.9) }
    expect(read(wide)).toBeUndefined()
  })

  test('on a page without such digits, or without pictures', () => {
    expect(read(glyph('D', '0'), { digits: learnDigits([], []) })).toBeUndefined()
    expect(read({ ...glyph('D', '0'), shape: undefined } as never)).toBeUndefined()
  })
})

describe('the digits of a page', () => {
  test('are its certain zeros, and what is sure where there are no letters', () => {
    expect([...DIGITS.keys()].sort()).toEqual(['0', '1', '2', '5', '8'])
    const others = [glyph('5', '5'), glyph('8', '8', {}, 0.8), glyph('k', '1')]
    expect([...learnDigits([glyph('8', '0')], others).keys()].sort()).toEqual(['0', '5'])
  })

  test('have no eights that look like the zeros', () => {
    expect(learnDigits([glyph('0', '0')], [glyph('8', '0')]).has('8')).toBe(false)
    expect(learnDigits([glyph('0', '0')], [glyph('8', '8')]).has('8')).toBe(true)
  })

  test('are what most of their pictures have in common', () => {
    const digits = learnDigits([], [glyph('0', '0'), glyph('0', '1'), glyph('0', '0')])
    expect(read(glyph('O', '0'), { digits })).toBe('0')
  })
})

const LICENCE: Print[] = [
  { text: '品牌型号', x: 34.7, y: 32.5, height: 2.4 },
  { text: '江淮牌5C18D', x: 45.8, y: 33.5, height: 3.3 },
  { text: '住址', x: 2.4, y: 25.9, height: 2.4 },
  { text: '北京市样本路185号', x: 15, y: 26.9, height: 3.3 },
  { text: '注册日期', x: 25.1, y: 54.3, height: 2.4 },
  { text: '2010-01-08', x: 37.2, y: 55.3, height: 3.1 },
]

/** The lines with their pictures; where something else was printed than read, with that, which is among the candidates. */
function pictured(prints: Print[], printed: Record<string, string>) {
  const { lines, ...size } = page(prints)
  const shown = lines.map((line) => ({
    ...line,
    characters: line.characters.map((character, index) => {
      const text = printed[line.text]?.[index] ?? character.text
      const others = text === character.text ? [] : [{ text, score: 0.15 }]
      return /[\dSD]/.test(text) ? { ...character, others, shape: shapeOf(text) } : character
    }),
  }))
  return { ...size, lines: shown }
}

describe('a digit of a code that may be a letter is the one that is read where it stands by itself', () => {
  const alone = (text: string, others: Record<string, number>, shares: Record<string, number>) => {
    const candidates = Object.entries(shares).map(([one, score]) => ({ text: one, score }))
    const read = { ...glyph(text, text, others), shape: undefined as never, alone: candidates }
    return (isCode: boolean) => asPrinted([read], { digits: DIGITS, strokes: false }, isCode)[0]?.text
  }

  test('if that has more than a tenth of what both have', () => {
    const s = { S: 0.04 }
    expect(alone('5', s, { 5: 0.8, S: 0.1 })(true)).toBe('S')
    expect(alone('5', s, { 5: 0.8, S: 0.08 })(true)).toBe('5')
    expect(alone('5', s, {})(true)).toBe('5')
    expect(alone('5', {}, { S: 0.9 })(true)).toBe('5')
    expect(alone('5', s, { S: 0.9 })(false)).toBe('5')
  })

  test('a D or a T three quarters', () => {
    expect(alone('0', { D: 0.2 }, { 0: 0.2, D: 0.7 })(true)).toBe('D')
    expect(alone('0', { D: 0.2 }, { 0: 0.3, D: 0.6 })(true)).toBe('0')
    expect(alone('1', { T: 0.03 }, { T: 0.26, 1: 0.14 })(true)).toBe('1')
  })

  test('and the digit where it is sure of that by itself, unless it may be a J', () => {
    expect(alone('6', { G: 0.11 }, {})(true)).toBe('G')
    expect(alone('6', { G: 0.11 }, { 6: 0.99 })(true)).toBe('6')
    expect(alone('6', { G: 0.11 }, { 6: 0.8 })(true)).toBe('G')
    expect(alone('1', { J: 0.02 }, { 1: 0.99 })(true)).toBe('J')
  })

  test('I and O, which codes have not, are none', () => {
    expect(alone('1', { I: 0.3, J: 0.02 }, { I: 0.9, J: 0.1, 1: 0.1 })(true)).toBe('J')
    expect(alone('0', { O: 0.3 }, { O: 0.9 })(true)).toBe('0')
  })
})

test('a licence is read by its own digits', () => {
  const printed = { 江淮牌5C18D: '江淮牌SC10D', 北京市样本路185号: '北京市样本路105号' }
  expect(layouts.driving(pictured(LICENCE, printed))?.fields).toMatchObject({
    model: '江淮牌SC10D',
    addr: '北京市样本路105号',
    register_date: '2010-01-08',
  })
  expect(layouts.driving(page(LICENCE))?.fields).toMatchObject({ model: '江淮牌5C18D', addr: '北京市样本路185号' })
})

test("the end of a vehicle's number shows digits, too", () => {
  const withNumber = (number: string) => [
    ...LICENCE.filter(({ text }) => text !== '住址' && !text.startsWith('北京')),
    { text: '车辆识别代号', x: 25.3, y: 40.4, height: 2.4 },
    { text: number, x: 40.5, y: 41.4, height: 3.3 },
  ]
  const model = (number: string) =>
    layouts.driving(pictured(withNumber(number), { 江淮牌5C18D: '江淮牌SC18D' }))?.fields.model
  expect(model('LGSRLB0B8LWU11555')).toBe('江淮牌SC18D')
  expect(model('LGSRLB5B8LWU11111')).toBe('江淮牌5C18D')
})
