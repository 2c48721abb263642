import { layouts } from '../../../server/src/layouts'
import type { Candidate } from '../../../server/src/layouts/line'
import { LETTERS, withoutMistake, ZEROS } from '../../../server/src/layouts/mistakes'
import { page, type Print } from './card'

const character = (text: string, score: number, others: Record<string, number>) => ({
  text,
  score,
  others: Object.entries(others).map(([text, score]) => ({ text, score })),
})

describe('what a recogniser makes of a zero with a stroke through it', () => {
  test('is an eight that may be a zero, however sure it is', () => {
    expect(withoutMistake(character('8', 0.95, { 0: 0.02 }), ZEROS)).toMatchObject({ text: '0', score: 0.95 })
  })

  test('is no eight without a doubt, nor one that may be another character', () => {
    expect(withoutMistake(character('8', 0.95, {}), ZEROS).text).toBe('8')
    expect(withoutMistake(character('8', 0.6, { B: 0.3 }), ZEROS).text).toBe('8')
  })

  test('keeps what was read as another candidate', () => {
    expect(withoutMistake(character('8', 0.6, { 6: 0.2, 0: 0.1 }), ZEROS).others).toEqual([
      { text: '8', score: 0.6 },
      { text: '6', score: 0.2 },
    ])
  })
})

describe('a letter between digits', () => {
  test.each([
    ['0', 'Q'],
    ['0', 'C'],
    ['1', 'J'],
    ['I', 'J'],
    ['3', 'J'],
    ['6', 'G'],
    ['7', 'Z'],
  ])('%s that may well be %s is it', (read, printed) => {
    expect(withoutMistake(character(read, 0.7, { [printed]: 0.3 }), LETTERS).text).toBe(printed)
  })

  test.each([
    ['0', 'Q', 0.05],
    ['0', 'C', 0.03],
    ['I', 'J', 0.01],
  ])('%s is %s that is a candidate with %d', (read, printed, score) => {
    expect(withoutMistake(character(read, 0.9, { [printed]: score }), LETTERS).text).toBe(printed)
  })

  test('that is hardly a candidate is none', () => {
    expect(withoutMistake(character('0', 0.9, { Q: 0.04 }), LETTERS).text).toBe('0')
    expect(withoutMistake(character('0', 0.9, { C: 0.02 }), LETTERS).text).toBe('0')
  })
})

describe('of the passengers, printed onto the end of their label,', () => {
  const passengers = (text: string, score: number, others: Record<string, number> = {}, at = 5) => {
    const { lines, ...size } = page([{ text: `核定载人数${text}`, x: 6, y: 12.5 }, ...RECORD])
    const seen = lines.map((line) => ({
      ...line,
      characters: line.characters.map((one, index) =>
        index === at ? { ...one, ...character(one.text, score, others) } : one,
      ),
    }))
    return layouts.driving({ ...size, lines: seen })?.fields.passengers_num
  }

  test('a six that may be a five is one if it is their first digit', () => {
    expect(passengers('6人', 0.9, { 5: 0.07 })).toBe('5人')
    expect(passengers('6人', 0.9, { 5: 0.04 })).toBe('6人')
    expect(passengers('16人', 0.9, { 5: 0.07 }, 6)).toBe('16人')
  })

  test('a doubtful 1 is its stroke', () => {
    expect(passengers('17人', 0.6)).toBe('7人')
    expect(passengers('17人', 0.8)).toBe('17人')
    expect(passengers('1人', 0.6)).toBe('1人')
  })
})

const RECORD: Print[] = [
  { text: '档案编号', x: 53, y: 5.1, height: 2.4 },
  { text: '441900123453', x: 66, y: 5.1, height: 3.2 },
  { text: '总质量', x: 53, y: 12.5, height: 2.4 },
  { text: '2700kg', x: 66, y: 12.5, height: 3.2 },
]

const LICENCE: Print[] = [
  { text: '号牌号码', x: 2.4, y: 12.6, height: 2.4 },
  { text: '渝S000310', x: 15, y: 13.6, height: 3.3 },
  { text: '所有人', x: 2.4, y: 19.2, height: 2.4 },
  { text: '张三', x: 15, y: 20.2, height: 3.3 },
  { text: '住址', x: 2.4, y: 25.9, height: 2.4 },
  { text: '北京市样本路800号', x: 15, y: 26.9, height: 3.3 },
  { text: '注册日期', x: 25.1, y: 54.3, height: 2.4 },
  { text: '2010-07-06', x: 37.2, y: 55.3, height: 3.1 },
]

/** The licence with the same candidates beside every character of this text. */
function read(text: string, others: Candidate[], licence = LICENCE) {
  const { lines, ...size } = page(licence)
  const doubted = lines.map((line) => ({
    ...line,
    characters: line.characters.map((character) => (character.text === text ? { ...character, others } : character)),
  }))
  return layouts.driving({ ...size, lines: doubted })?.fields
}
const withDate = (date: string) =>
  LICENCE.map((print) => (print.text === '2010-07-06' ? { ...print, text: date } : print))

test("on a licence whose dates have an eight in a zero's place, eights that may be zeros are zeros", () => {
  const fields = read('8', [{ text: '0', score: 0.02 }], withDate('2810-07-06'))
  expect(fields).toMatchObject({ addr: '北京市样本路000号', register_date: '2010-07-06' })
})

test('on a licence whose zeros are clean an eight is an eight', () => {
  expect(read('8', [{ text: '0', score: 0.02 }])?.addr).toBe('北京市样本路800号')
})

test('letters are put right where letters stand', () => {
  expect(read('0', [{ text: 'Q', score: 0.2 }])).toMatchObject({
    plate_num: '渝SQQQ31Q',
    addr: '北京市样本路800号',
    register_date: '2010-07-06',
  })
})

test('an O of a model that may be a zero is one, as models have none', () => {
  const model = [
    { text: '品牌型号', x: 34.7, y: 32.5, height: 2.4 },
    { text: '江淮牌HFC7O', x: 45.8, y: 33.5, height: 3.3 },
  ]
  expect(read('O', [{ text: '0', score: 0.3 }], [...LICENCE, ...model])?.model).toBe('江淮牌HFC70')
  expect(read('O', [], [...LICENCE, ...model])?.model).toBe('江淮牌HFC7O')
})
