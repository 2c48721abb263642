import type { Candidate } from '../../../server/src/layouts/line'
import { readPersonName, withPlaceNames } from '../../../server/src/layouts/name'
import { isSeldom } from '../../../server/src/layouts/seldom'

/** A character of a name as it was read, the likeliest candidate first. */
type Read = [Candidate['text'], Candidate['score']][]

const glyphsOf = (...characters: Read[]) =>
  characters.map(([first = ['', 0], ...others], index) => ({
    text: first[0],
    score: first[1],
    others: others.map(([text, score]) => ({ text, score })),
    left: 40 * index,
    right: 40 * index + 40,
    y: 20,
    height: 40,
  }))

const nameOf = (...characters: Read[]) => readPersonName(glyphsOf(...characters))

const ZHENG: Read = [['郑', 1]]

test('a character that texts seldom have is worth more than its score in a name', () => {
  expect(
    nameOf(ZHENG, [
      ['灵', 0.76],
      ['炅', 0.2],
    ]),
  ).toMatchObject({ text: '郑炅', kind: 'name' })
})

test('with its part of the score of all candidates', () => {
  expect(
    nameOf(ZHENG, [
      ['灵', 0.6],
      ['炅', 0.2],
    ]).score,
  ).toBeCloseTo((0.8 * 6) / 6.6)
})

test('a common one stays where the seldom one is hardly a candidate', () => {
  expect(
    nameOf(ZHENG, [
      ['肠', 0.96],
      ['旸', 0.02],
    ]),
  ).toMatchObject({ text: '郑肠', score: expect.closeTo((0.98 * 0.96) / 1.56) })
})

test('a name begins with a surname rather than with a likelier character that is none', () => {
  const read: Read = [
    ['泰', 0.6],
    ['秦', 0.2],
  ]
  expect(nameOf(read, [['伟', 1]])).toMatchObject({ text: '秦伟' })
  expect(nameOf([['伟', 1]], read)).toMatchObject({ text: '伟泰' })
})

test('with a seldom one that hardly is a candidate rather than with another seldom one that is no surname', () => {
  const read: Read = [
    ['琥', 0.7],
    ['璩', 0.001],
  ]
  expect(nameOf(read, [['伟', 1]])).toMatchObject({ text: '璩伟', score: expect.closeTo((0.701 * 0.3) / 0.307) })
  expect(nameOf([['伟', 1]], read)).toMatchObject({ text: '伟琥' })
})

test('a character that the recogniser hardly knows is read where its share is more than where the other one is printed', () => {
  const bing: Read = [
    ['那', 0.99],
    ['邴', 1e-7],
  ]
  expect(nameOf(bing, [['伟', 1]])).toMatchObject({ text: '邴伟', score: expect.closeTo(0.95) })
  expect(nameOf([['伟', 1]], bing)).toMatchObject({ text: '伟那' })
  const lu: Read = [
    ['绿', 0.3],
    ['禄', 0.05],
    ['逯', 1e-7],
  ]
  expect(nameOf(lu, [['飞', 1]])).toMatchObject({ text: '逯飞', score: expect.closeTo(0.3) })
  const ning: Read = [
    ['帘', 0.7],
    ['甯', 1e-6],
  ]
  expect(nameOf([['伟', 1]], ning)).toMatchObject({ text: '伟甯' })
  expect(nameOf([['伟', 1]], [['帘', 0.7]])).toMatchObject({ text: '伟帘' })
  const gui = (share: number): Read => [
    ['灵', 0.9],
    ['炅', share],
  ]
  expect(nameOf([['伟', 1]], gui(0.002))).toMatchObject({ text: '伟炅' })
  expect(nameOf([['伟', 1]], gui(0.0005))).toMatchObject({ text: '伟灵' })
})

test('a name in another language begins with no surname', () => {
  const read: Read = [
    ['扎', 0.7],
    ['璩', 0.001],
    ['孔', 0.05],
  ]
  expect(nameOf(read, [['西', 1]])).toMatchObject({ text: '扎西' })
})

test('in an address as well, where the others stay as sure as they are', () => {
  const [bo, zhou] = withPlaceNames(
    glyphsOf(
      [
        ['毫', 0.7],
        ['亳', 0.25],
      ],
      [
        ['州', 0.9],
        ['洲', 0.05],
        ['洳', 0.02],
      ],
    ),
  )
  expect(bo?.text).toBe('亳')
  expect(zhou).toMatchObject({ text: '州', score: 0.9 })
})

test('of two common or two seldom ones the likelier stays', () => {
  expect(
    nameOf(ZHENG, [
      ['湖', 0.6],
      ['溯', 0.3],
    ]).text,
  ).toBe('郑湖')
  expect(
    nameOf(ZHENG, [
      ['旸', 0.6],
      ['炅', 0.3],
    ]).text,
  ).toBe('郑旸')
})

test('a sure character keeps its score', () => {
  expect(nameOf(ZHENG, [['炅', 0.99]]).score).toBeCloseTo(0.99)
})

test("a company's name is read as any text", () => {
  const company = [...'灵山公司'].map((text): Read => [[text, 1]])
  expect(
    nameOf(
      [
        ['灵', 0.6],
        ['炅', 0.3],
      ],
      ...company,
    ).text,
  ).toBe('灵灵山公司')
})

test('the second and third list of the standard table are seldom, its first and what it lacks are not', () => {
  expect([...'炅旸彧霁垚龢甯'].every(isSeldom)).toBe(true)
  expect([...'灵肠或雾阔媽餘AZ1·\n'].some(isSeldom)).toBe(false)
})
