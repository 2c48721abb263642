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
