import { layouts } from '../../../server/src/layouts'
import type { Print } from './card'
import { page, seenFromBelow, tilted } from './card'

const OTHER_TEXT: Print[] = [
  { text: '样本银行', x: 6, y: 8, height: 5 },
  { text: '6222', x: 9.5, y: 37, height: 2 },
  { text: 'VALID THRU 12/30', x: 34, y: 40, height: 2.5 },
  { text: '客服热线 95500 4008888888', x: 6, y: 51, height: 2 },
]
const NUMBER = '6222021001116245702'

const groups = (texts: string[], y = 32.6): Print[] =>
  texts.map((text, index) => ({ text, x: 9.5 + index * 15, y, height: 4.4 }))
const read = (...numbers: Print[]) => layouts.bankcard(page([...OTHER_TEXT, ...numbers]))?.fields

describe('the number of a bank card', () => {
  test.each([
    ['in groups of four', ['6222', '0210', '0111', '6245', '702']],
    ['as six and thirteen digits', ['622202', '1001116245702']],
  ])('%s', (_, texts) => {
    expect(read(...groups(texts))).toEqual({ number: NUMBER })
  })

  test('in one piece, and with spaces in it', () => {
    expect(read({ text: NUMBER, x: 9.5, y: 32.6, height: 4.4 })).toEqual({ number: NUMBER })
    expect(read({ text: '622202 1001116245702', x: 9.5, y: 32.6, height: 4.4 })).toEqual({ number: NUMBER })
  })

  test('of digits that are set wide, whose groups are as much further apart', () => {
    const wide = (step: number) =>
      ['6222', '0210', '0111', '6245', '702'].flatMap((group, index) =>
        [...group].map((text, place) => ({ text, x: 5 + index * (9 + step) + place * 3, y: 32.6, height: 2 })),
      )
    expect(read(...wide(8.4))).toEqual({ number: NUMBER })
    expect(read(...wide(9.6))).toBeUndefined()
  })

  test('that passes with a gap in one of its groups is a part of another, and none', () => {
    const number = (text: string, gapAt: number) =>
      [...text].map((digit, index) => ({ text: digit, x: 5 + index * 3 + (index < gapAt ? 0 : 3), y: 32.6, height: 4 }))
    expect(read(...number('6222021001116248', 13))).toBeUndefined()
    expect(read(...number('6222021001116248', 12))).toEqual({ number: '6222021001116248' })
    expect(read(...number(NUMBER, 13))).toEqual({ number: NUMBER })
  })

  test('that passes, and may go on under what stands behind it, is none', () => {
    const passing = groups(['6222', '0210', '0111', '6248'])
    const mark = (x: number, y: number): Print => ({ text: '银样', x, y, height: 8 })
    expect(read(...passing, mark(68, 34))).toBeUndefined()
    expect(read(...passing, mark(68, 40))).toEqual({ number: '6222021001116248' })
    expect(read(...passing, mark(78, 34))).toEqual({ number: '6222021001116248' })
    expect(read(...passing, { text: 'X', x: 66, y: 32.6, height: 4.4 })).toBeUndefined()
    expect(read(...groups(['4222', '0210', '0111', '6243']), mark(68, 34))).toEqual({ number: '4222021001116243' })
    expect(read(...groups(['6222', '0210', '0111', '6245', '702']), mark(76, 34))).toEqual({ number: NUMBER })
  })

  test('that passes with its last digit in doubt is none', () => {
    const passing = page(groups(['6222', '0210', '0111', '6248']))
    expect(layouts.bankcard(passing)?.fields).toEqual({ number: '6222021001116248' })
    const last = passing.lines[3]?.characters[3]
    if (last) last.score = 0.5
    expect(layouts.bankcard(passing)).toBeUndefined()
  })

  test('that fails is not chosen to pass where it may be a part of another', () => {
    const failing = page([...groups(['6222', '0210', '0111', '6240']), { text: '银样', x: 68, y: 34, height: 8 }])
    const last = failing.lines[3]?.characters[3]
    if (last) last.others = [{ text: '8', score: 0.3 }]
    expect(layouts.bankcard(failing)?.fields).toEqual({ number: '6222021001116240' })
  })

  test('in two lines', () => {
    const lines = [groups(['6222', '0210'], 27), groups(['0111', '6245', '702'], 34)].flat()
    expect(read(...lines)).toEqual({ number: NUMBER })
  })

  test('in three lines, the last one beside other digits', () => {
    const lines = [groups(['6222', '0210'], 20), groups(['0111', '6245'], 27), groups(['702'], 34)].flat()
    const beside = { text: '12/30', x: 42, y: 34, height: 4.4 }
    expect(read(...lines, beside)).toEqual({ number: NUMBER })
  })

  test.each([-8, 8])('tilted by %i° and in perspective', (degrees) => {
    const [tilt, view] = [tilted(degrees), seenFromBelow(0.15)]
    const card = [...OTHER_TEXT, ...groups(['6222', '0210', '0111', '6245', '702'])]
    expect(layouts.bankcard(page(card, (point) => tilt(view(point))))?.fields).toEqual({ number: NUMBER })
  })

  test('of look-alike characters is digits', () => {
    expect(read({ text: '622202IOO1116245702', x: 9.5, y: 32.6, height: 4.4 })).toEqual({ number: NUMBER })
  })

  test('is reported as it is printed when it fails its checksum', () => {
    const wrong = NUMBER.replace(/2$/, '3')
    expect(read({ text: wrong, x: 9.5, y: 32.6, height: 4.4 })).toEqual({ number: wrong })
    const reading = layouts.bankcard(page([...OTHER_TEXT, { text: wrong, x: 9.5, y: 32.6, height: 4.4 }]))
    expect(reading?.doubtful).toEqual(['number'])
    expect(reading?.confidence.number).toBeLessThan(0.5)
  })
})

describe('a number that may not be all of it', () => {
  /** Its first sixteen digits pass the checksum, too. */
  const LONG = '6238419436966488646'
  const SHORT = LONG.slice(0, 16)
  const lines = (...texts: string[]): Print[] =>
    texts.map((text, row) => ({ text, x: 9.5, y: 27 + 7 * row, height: 4.4 }))
  const reading = (...numbers: Print[]) => layouts.bankcard(page([...OTHER_TEXT, ...numbers]))
  const beside = (text: string, height = 4.4): Print => ({ text, x: 9.5 + 16 * 0.6 * 4.4 + 3, y: 27, height })

  test('is read with its last line', () => {
    expect(reading(...lines('62384194', '36966488', '646'))).toMatchObject({ fields: { number: LONG }, doubtful: [] })
  })

  test('is read with its last line when that is wrong', () => {
    const wrong = reading(...lines('62384194', '36966488', '647'))
    expect(wrong).toMatchObject({ fields: { number: `${SHORT}647` }, doubtful: ['number'] })
  })

  test('is a whole one without a line that makes it too long', () => {
    expect(reading(...lines('62384194', '36966488', '6460'))?.fields).toEqual({ number: SHORT })
  })

  test.each([
    ['letters beside it', [beside('g4b')]],
    ['a digit below it', [{ text: '6', x: 9.5, y: 34, height: 4.4 }]],
  ])('is in doubt for %s that are as large', (_, prints) => {
    expect(reading(...lines(SHORT), ...prints)).toMatchObject({ fields: { number: SHORT }, doubtful: ['number'] })
  })

  test.each([
    ['Chinese beside it', [beside('卡号')]],
    ['small print beside it', [beside('GOLD', 2)]],
    ['a name below it', [{ text: 'YANG BEN', x: 9.5, y: 34, height: 4.4 }]],
    ['digits far off', [{ text: '86', x: 70, y: 27, height: 4.4 }]],
  ])('is not in doubt for %s', (_, prints) => {
    expect(reading(...lines(SHORT), ...prints)).toMatchObject({ fields: { number: SHORT }, doubtful: [] })
  })

  test('is in doubt when two digits stand where there is room for one', () => {
    const printed = page(lines(NUMBER.replace('111', '11')))
    const crowded = printed.lines.map((line) => ({
      ...line,
      characters: line.characters.flatMap((digit, index) =>
        index === 9 ? [digit, { ...digit, at: digit.at + 0.02 }] : digit,
      ),
    }))
    expect(layouts.bankcard({ ...printed, lines: crowded })).toMatchObject({
      fields: { number: NUMBER },
      doubtful: ['number'],
    })
  })

  test('is in doubt when one of its lines is a number by itself', () => {
    expect(reading(...lines(SHORT, '646'))).toMatchObject({ fields: { number: LONG }, doubtful: ['number'] })
    expect(reading(...lines(SHORT, '647'))).toMatchObject({ fields: { number: SHORT }, doubtful: ['number'] })
  })

  test('is in doubt at a length that few numbers have', () => {
    const seventeen = '62440735528255648'
    expect(reading(...lines(seventeen))).toMatchObject({ fields: { number: seventeen }, doubtful: ['number'] })
  })
})

test('a smaller number is not the card’s, though it passes its checksum', () => {
  const wrong = NUMBER.replace(/2$/, '3')
  const small = { text: NUMBER, x: 6, y: 44, height: 2.4 }
  expect(read({ text: wrong, x: 9.5, y: 30, height: 4.4 }, small)).toEqual({ number: wrong })
})

describe('no bank card', () => {
  test('a card without a long number', () => {
    expect(read()).toBeUndefined()
  })

  test('an identity card, which has a long number too', () => {
    const card = [
      { text: '姓名张三', x: 6.7, y: 8 },
      { text: '公民身份号码', x: 6.7, y: 47.4 },
      { text: '11010519491231002X', x: 29.3, y: 47.4 },
    ]
    expect(layouts.bankcard(page(card))).toBeUndefined()
  })
})
