import { layouts } from '../../../server/src/layouts'
import type { Candidate } from '../../../server/src/layouts/line'
import type { Page } from '../../../server/src/layouts/page'
import type { Print } from './card'
import { page, seenFromBelow, tilted } from './card'

const FRONT: Print[] = [
  { text: '姓名', x: 6.7, y: 8.2 },
  { text: '张三丰', x: 15.7, y: 8.2, height: 3.3 },
  { text: '性别', x: 6.7, y: 15.8 },
  { text: '女', x: 15.7, y: 15.8 },
  { text: '民族', x: 25.6, y: 15.8 },
  { text: '汉', x: 33.9, y: 15.8 },
  { text: '出生', x: 6.7, y: 22.5 },
  { text: '1949年12月31日', x: 15.7, y: 22.5 },
  { text: '住址', x: 6.7, y: 29.8 },
  { text: '北京市东城区样本胡同', x: 15.7, y: 29.8 },
  { text: '甲12号院3号楼4单元', x: 15.7, y: 34.3 },
  { text: '501室', x: 15.7, y: 38.8 },
  { text: '公民身份号码', x: 6.7, y: 47.4 },
  { text: '11010519491231002X', x: 29.3, y: 47.4, height: 3.3 },
]

const REPLY = {
  type: 'Front',
  name: '张三丰',
  id: '11010519491231002X',
  addr: '北京市东城区样本胡同甲12号院3号楼4单元501室',
  gender: '女',
  nationality: '汉',
}

const BACK: Print[] = [
  { text: '中华人民共和国', x: 29, y: 8.9, height: 4 },
  { text: '居民身份证', x: 26, y: 19.2, height: 6 },
  { text: '签发机关', x: 21.2, y: 40.6 },
  { text: '北京市公安局东城分局', x: 36.2, y: 40.6 },
  { text: '有效期限', x: 21.2, y: 47.6 },
  { text: '2007.01.05-2027.01.05', x: 36.2, y: 47.6 },
]

const read = (shown: Page) => layouts.idcard(shown)?.fields

/** The card with other words in some places; `null` takes the words away. */
function withTexts(card: Print[], texts: Record<string, string | null>): Print[] {
  return card.flatMap((print) => {
    const text = texts[print.text]
    if (text === null) return []
    return [{ ...print, text: text ?? print.text }]
  })
}

test('a driver licence has a number and some of the labels, and is no identity card', () => {
  const licence = [...FRONT, { text: '中华人民共和国机动车驾驶证', x: 20, y: 2 }]
  expect(read(page(licence))).toBeUndefined()
})

describe('the side with the portrait', () => {
  test('each field', () => {
    expect(read(page(FRONT))).toEqual(REPLY)
  })

  test('in whatever order an engine found the lines', () => {
    expect(read(page([...FRONT].reverse()))).toEqual(REPLY)
  })

  test.each([-10, -5, 5, 10])('tilted by %i°', (degrees) => {
    expect(read(page(FRONT, tilted(degrees)))).toEqual(REPLY)
  })

  test.each([-0.2, 0.2])('in perspective (%d)', (share) => {
    expect(read(page(FRONT, seenFromBelow(share)))).toEqual(REPLY)
  })

  test('tilted and in perspective', () => {
    const [tilt, view] = [tilted(7), seenFromBelow(0.15)]
    expect(read(page(FRONT, (point) => tilt(view(point))))).toEqual(REPLY)
  })

  test('labels glued to their values', () => {
    const glued = withTexts(FRONT, {
      姓名: '姓名张三丰',
      张三丰: null,
      性别: '性别女民族汉',
      女: null,
      民族: null,
      汉: null,
      住址: '住址北京市东城区样本胡同',
      北京市东城区样本胡同: null,
      公民身份号码: '公民身份号码11010519491231002X',
      '11010519491231002X': null,
    })
    expect(read(page(glued))).toEqual(REPLY)
  })

  test('labels in pieces', () => {
    const [, ...others] = FRONT
    const split = [{ text: '姓', x: 6.7, y: 8.2 }, { text: '名', x: 10.2, y: 8.2 }, ...others]
    expect(read(page(split))).toEqual(REPLY)
  })

  test.each([
    ['住址', '佳址'],
    ['住址', '住地'],
    ['住址', '址'],
    ['住址', '往扯'],
    ['姓名', '牲名'],
    ['姓名', '名'],
    ['姓名', '胜各'],
    ['性别', '性剔'],
    ['性别', '别'],
    ['民族', '民旅'],
    ['民族', '族'],
    ['出生', '生'],
    ['公民身份号码', '公民身份证号码'],
    ['公民身份号码', '公民身分号玛'],
  ])('the label %s read as %s', (label, misread) => {
    expect(read(page(withTexts(FRONT, { [label]: misread })))).toEqual(REPLY)
  })

  test('a misread label glued to its value', () => {
    const glued = withTexts(FRONT, { 住址: '佳址北京市东城区样本胡同', 北京市东城区样本胡同: null })
    expect(read(page(glued))).toEqual(REPLY)
  })

  test.each(['住址', '姓名'])('the label %s not read at all', (label) => {
    expect(read(page(withTexts(FRONT, { [label]: null })))).toEqual(REPLY)
  })

  test('an address of one line, and of four', () => {
    const one = withTexts(FRONT, { 甲12号院3号楼4单元: null, '501室': null })
    expect(read(page(one))?.addr).toBe('北京市东城区样本胡同')
    const four = [...FRONT, { text: '三号信箱', x: 15.7, y: 43 }]
    expect(read(page(four))?.addr).toBe(REPLY.addr + '三号信箱')
  })

  test('an address that names a nationality and holds words of the labels', () => {
    const address = '广西民族大学出生路公民巷'
    const card = withTexts(FRONT, { 北京市东城区样本胡同: address, 甲12号院3号楼4单元: null, '501室': null })
    expect(read(page(card))).toEqual({ ...REPLY, addr: address })
  })

  test.each([
    ['维吾尔', '维吾尔'],
    ['维吾', '维吾尔'],
    ['哈萨兑', '哈萨克'],
    ['佬', '佬'],
    ['亿佬', '仡佬'],
    ['俬佬', '仫佬'],
    ['H', '土'],
    ['士', '士'],
    ['么佬', '仫佬'],
    ['仡佬', '仡佬'],
    ['土', '土'],
    ['土家', '土家'],
    ['斡', '达斡尔'],
    ['尔', '尔'],
    ['汗', '汗'],
  ])('the nationality %s is %s', (printed, nationality) => {
    expect(read(page(withTexts(FRONT, { 汉: printed })))?.nationality).toBe(nationality)
  })

  const withCandidates = (read: string, first: string, others: Record<string, number>) => {
    const { lines, ...size } = page(withTexts(FRONT, { 汉: read }))
    const candidates = Object.entries(others).map(([text, score]) => ({ text, score }))
    const seen = lines.map((line) => ({
      ...line,
      characters: line.characters.map((one) => (one.text === first ? { ...one, others: candidates } : one)),
    }))
    return layouts.idcard({ ...size, lines: seen })
  }

  test.each([
    ['美', '美', { 差: 0.3, 羌: 0.1 }, '羌'],
    ['旗佬', '旗', { 么: 0.05 }, '仫佬'],
    ['信佬', '信', { 吃: 0.1, 亿: 0.02 }, '仡佬'],
    ['回', '回', { 白: 0.4 }, '回'],
    ['價', '價', { 傈: 0.03, 京: 0.02, 僳: 0.02 }, '傈僳'],
    ['價', '價', { 傈: 0.03, 京: 0.02 }, '京'],
  ])(
    'the nationality %s, where the recogniser also saw others, is the one that it may be',
    (read, first, others, is) => {
      const reading = withCandidates(read, first, others)
      expect(reading?.fields.nationality).toBe(is)
      expect(reading?.doubtful).not.toContain('nationality')
    },
  )

  test('a nationality that was read without being sure of it leaves a doubt', () => {
    const { lines, ...size } = page(FRONT)
    const unsure = lines.map((line) => ({
      ...line,
      characters: line.characters.map((one) => (one.text === '汉' ? { ...one, score: 0.4 } : one)),
    }))
    expect(layouts.idcard({ ...size, lines: unsure })?.doubtful).toEqual(['nationality'])
  })

  test('what is no nationality, nor like one, leaves a doubt', () => {
    expect(withCandidates('佬', '佬', {})?.doubtful).toEqual(['nationality'])
    expect(withCandidates('美', '美', { 差: 0.3 })).toMatchObject({
      fields: { nationality: '美' },
      doubtful: ['nationality'],
    })
  })

  test.each(['一北京市', '-北京市', '：北京市', '之北京市'])(
    'a line of the background before an address, as in %s, is no part of it',
    (misread) => {
      const printed = '北京市东城区样本胡同'
      expect(read(page(withTexts(FRONT, { [printed]: printed.replace('北京市', misread) })))).toEqual(REPLY)
    },
  )

  test('a name with a dot in it, whichever dot was read', () => {
    const reply = read(page(withTexts(FRONT, { 张三丰: '阿不都热合曼•吐尔逊' })))
    expect(reply?.name).toBe('阿不都热合曼·吐尔逊')
  })

  test('a number of look-alike characters is digits', () => {
    const reply = read(page(withTexts(FRONT, { '11010519491231002X': '１１０１０519491231OO2x' })))
    expect(reply?.id).toBe('11010519491231002X')
  })

  test.each(['110105194912310021', '11010519491231002', '1101051949123100222X'])(
    'the number %s is returned as it is printed, right or wrong',
    (id) => {
      expect(read(page(withTexts(FRONT, { '11010519491231002X': id })))?.id).toBe(id)
    },
  )

  test('sex is read, not derived from the number, and empty if it cannot be read', () => {
    expect(read(page(withTexts(FRONT, { 女: '男' })))?.gender).toBe('男')
    expect(read(page(withTexts(FRONT, { 女: null })))?.gender).toBe('')
  })

  test('what was not found is empty', () => {
    expect(read(page(FRONT.filter(({ text }) => text === '11010519491231002X')))).toEqual({
      type: 'Front',
      name: '',
      id: '11010519491231002X',
      addr: '',
      gender: '',
      nationality: '',
    })
  })

  test('words on the table beside the card do not matter', () => {
    const table = [
      { text: '会议记录', x: -30, y: 8.2 },
      { text: '第三页', x: 100, y: 29.8 },
      { text: '请勿折叠', x: 15.7, y: 62 },
    ]
    expect(read(page([...FRONT, ...table]))).toEqual(REPLY)
  })
})

describe('the side with the emblem', () => {
  const back = (texts: Record<string, string | null> = {}) => read(page(withTexts(BACK, texts), tilted(4)))

  test('both dates', () => {
    expect(back()).toEqual({ type: 'Back', valid_date: '20070105-20270105' })
  })

  test.each([
    ['2007.01.05-长期', '20070105-长期'],
    ['2007.01.05一长期', '20070105-长期'],
    ['2007.01.05长期', '20070105-长期'],
    ['20070105-20270105', '20070105-20270105'],
    ['2007.01.05 - 2027.01.05', '20070105-20270105'],
    ['2007.O1.05-2027.0l.05', '20070105-20270105'],
    ['２００７．０１．０５－２０２７．０１．０５', '20070105-20270105'],
    ['2007.01.05', ''],
  ])('%s is %s', (printed, valid_date) => {
    expect(back({ '2007.01.05-2027.01.05': printed })).toEqual({ type: 'Back', valid_date })
  })

  test('a digit that no calendar has there is another one that the recogniser saw', () => {
    const { lines, ...size } = page(BACK)
    const seen = (others: Candidate[]) =>
      lines.map((line) => ({
        ...line,
        characters: line.characters.map((character, index) =>
          line.text === '2007.01.05-2027.01.05' && index === 16 ? { ...character, text: '7', others } : character,
        ),
      }))
    expect(read({ ...size, lines: seen([{ text: '1', score: 0.19 }]) })?.valid_date).toBe('20070105-20271105')
    expect(read({ ...size, lines: seen([]) })?.valid_date).toBe('20070105-20277105')
  })

  test('a digit that is not the same in both dates is the one that the recogniser also saw, as cards are valid for years', () => {
    const { lines, ...size } = page(BACK)
    const seen = (at: number, others: Candidate[]) =>
      lines.map((line) => ({
        ...line,
        characters: line.characters.map((character, index) =>
          line.text === '2007.01.05-2027.01.05' && index === at
            ? { ...character, text: '6', score: 0.55, others }
            : character,
        ),
      }))
    const dates = (at: number, others: Candidate[]) => read({ ...size, lines: seen(at, others) })?.valid_date
    const five = [{ text: '5', score: 0.44 }]
    expect([dates(20, five), dates(9, five)]).toEqual(['20070105-20270105', '20070105-20270105'])
    expect([dates(20, []), dates(9, [])]).toEqual(['20070105-20270106', '20070106-20270105'])
    expect(dates(3, [{ text: '7', score: 0.44 }])).toBe('20060105-20270105')
  })

  test('labels glued or misread', () => {
    expect(back({ 有效期限: null, '2007.01.05-2027.01.05': '有效期跟2007.01.05-2027.01.05' })?.valid_date).toBe(
      '20070105-20270105',
    )
  })

  test('the two dates in two pieces', () => {
    const [title, name, ...rest] = BACK.slice(0, 5)
    const dates = [
      { text: '2007.01.05', x: 36.2, y: 47.6 },
      { text: '-2027.01.05', x: 52.5, y: 47.6 },
    ]
    const prints = [title, name, ...rest, ...dates].filter((print) => print !== undefined)
    expect(read(page(prints))?.valid_date).toBe('20070105-20270105')
  })
})

describe('no such card', () => {
  test('an empty page', () => {
    expect(read(page([]))).toBeUndefined()
  })

  test('a letter', () => {
    const letter = [
      '尊敬的用户',
      '您的快递已于2007年1月5日送达',
      '有效期至2027.01.05',
      '签收人姓名王五',
      '电话13800000000',
    ]
    expect(read(page(letter.map((text, index) => ({ text, x: 5, y: 5 + 8 * index }))))).toBeUndefined()
  })

  test('a bank card', () => {
    const bank = ['中国样本银行', '6222021001116245708', 'VALID THRU 12/30']
    expect(read(page(bank.map((text, index) => ({ text, x: 5, y: 10 + 12 * index }))))).toBeUndefined()
  })
})
