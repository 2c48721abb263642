import { readAddress } from '../../../server/src/layouts/address'
import { withDivisions } from '../../../server/src/layouts/divisions'
import { PROVINCES } from '../../../server/src/layouts/division-names'
import { PLACES } from '../../samples/people/places'

/** An address as it was read, and what else its characters may be. */
function glyphsOf(
  address: string,
  doubts: Record<string, readonly [score: number, others: Record<string, number>]> = {},
) {
  return [...address].map((text, index) => {
    const [score, others] = doubts[text] ?? [0.99, {}]
    return {
      text,
      score,
      others: Object.entries(others).map(([other, likelihood]) => ({ text: other, score: likelihood })),
      left: 40 * index,
      right: 40 * index + 40,
      y: 20,
      height: 40,
    }
  })
}

const read = (...address: Parameters<typeof glyphsOf>) =>
  withDivisions(glyphsOf(...address))
    .map(({ text }) => text)
    .join('')

describe('a division that there is none of is the one that the recogniser also saw', () => {
  test.each([
    ['a province', '广西仕族自治区南宁市样本路1号', '仕', '壮'],
    ['a city', '新疆维吾尔自治区乌售木齐市天山区样本路1号', '售', '鲁'],
    ['a district', '安徽省亳州市进城区样本路1号', '进', '谯'],
    ['a county of a province', '湖南省街东县样本路1号', '街', '衡'],
    ['a county that the address begins with', '街东县样本路1号', '街', '衡'],
  ])('%s: %s', (_, address, wrong, right) => {
    expect(read(address, { [wrong]: [0.6, { 的: 0.2, [right]: 0.02 }] })).toBe(address.replace(wrong, right))
  })

  test('in the address of a card', () => {
    expect(readAddress(glyphsOf('湖南省街东县样本路1号', { 街: [0.6, { 衡: 0.3 }] }))).toMatchObject({
      text: '湖南省衡东县样本路1号',
      score: expect.closeTo(0.9 * 0.99 ** 10) as number,
    })
  })

  test('even where a character that names have and texts seldom was preferred to the right one', () => {
    expect(readAddress(glyphsOf('广西壮族自治区', { 壮: [0.7, { 仕: 0.2 }] })).text).toBe('广西壮族自治区')
    expect(readAddress(glyphsOf('安徽省亳州市蕉城区', { 蕉: [0.6, { 谯: 0.2 }] })).text).toBe('安徽省亳州市谯城区')
  })

  test('of several the likeliest', () => {
    expect(read('安徽省泊县', { 泊: [0.6, { 泾: 0.1, 泗: 0.2 }] })).toBe('安徽省泗县')
    expect(read('安徽省泊县', { 泊: [0.6, { 泾: 0.2, 泗: 0.1 }] })).toBe('安徽省泾县')
  })

  test('with the score of both, and no more than a correction has', () => {
    const [character] = withDivisions(glyphsOf('街东县样本路', { 街: [0.6, { 的: 0.1, 衡: 0.2 }] }))
    expect(character).toMatchObject({ text: '衡', score: expect.closeTo(0.8) as number })
    expect(character?.others).toEqual([
      { text: '街', score: 0.6 },
      { text: '的', score: 0.1 },
    ])
    expect(withDivisions(glyphsOf('街东县', { 街: [0.9, { 衡: 0.1 }] }))[0]?.score).toBe(0.95)
  })
})

describe('what was read stays', () => {
  test('where it is a division, whatever else it may be', () => {
    expect(read('河南省周口市淮阳区', { 淮: [0.4, { 睢: 0.5 }] })).toBe('河南省周口市淮阳区')
  })

  test('where no division fits the candidates', () => {
    expect(read('湖南省街东县样本路', { 街: [0.6, { 御: 0.3 }] })).toBe('湖南省街东县样本路')
  })

  test('where the division is in another province', () => {
    expect(read('山东省枣庄市峰城区', { 峰: [0.6, { 驿: 0.3 }] })).toBe('山东省枣庄市峰城区')
    expect(read('枣庄市峰城区', { 峰: [0.6, { 驿: 0.3 }] })).toBe('枣庄市峰城区')
    expect(read('枣庄市峰城区', { 峰: [0.6, { 驿: 0.3, 峄: 0.1 }] })).toBe('枣庄市峄城区')
  })

  test('where the recogniser is sure of it', () => {
    expect(read('湖南省街东县样本路', { 街: [0.96, { 衡: 0.03 }] })).toBe('湖南省街东县样本路')
  })

  test('where it is a town, which no 县 is made of', () => {
    expect(read('江苏省徐州市丰镇样本村', { 镇: [0.6, { 县: 0.3 }] })).toBe('江苏省徐州市丰镇样本村')
  })

  test('behind the divisions', () => {
    expect(read('湖南省街东县样木路', { 街: [0.6, { 衡: 0.3 }], 木: [0.6, { 本: 0.3 }] })).toBe('湖南省衡东县样木路')
    expect(read('湖南省衡阳市雁峰区街东县', { 街: [0.6, { 衡: 0.3 }] })).toBe('湖南省衡阳市雁峰区街东县')
  })

  test('where an address begins with nothing of the sort', () => {
    expect(read('样本村一组', { 村: [0.5, { 县: 0.4 }] })).toBe('样本村一组')
    expect(read('')).toBe('')
  })
})

test('the list has every province with what it is divided into and was, no name of one twice', () => {
  const provinces = PROVINCES.map(([name = '']) => name)
  expect(provinces.filter((name) => name.endsWith('省'))).toHaveLength(22)
  expect(provinces.filter((name) => name.endsWith('自治区'))).toHaveLength(5)
  expect(provinces.filter((name) => name.endsWith('市')).sort()).toEqual(
    ['北京市', '天津市', '上海市', '重庆市'].sort(),
  )
  expect(namesIn('北京市')).toEqual(expect.arrayContaining(['崇文区', '密云县', '密云区']))
  expect(namesIn('湖北省')).toEqual(expect.arrayContaining(['襄樊市', '襄阳市', '神农架林区', '恩施土家族苗族自治州']))
  expect(namesIn('河南省')).toContain('浉河区')
  expect(namesIn('河南省')).not.toContain('师河区')
  for (const names of PROVINCES) expect(new Set(names).size).toBe(names.length)
  expect(PROVINCES.flat().filter((name) => !/^\p{Script=Han}+[省市州盟区县旗]$/u.test(name))).toEqual([])
})

test("the specimens' addresses begin with what the list has", () => {
  for (const { prefix } of PLACES) expect([prefix, divisionsOf(prefix)]).toEqual([prefix, prefix])
})

const namesIn = (province: string) => PROVINCES.find(([name]) => name === province)

/** What of an address is divisions of one province, one behind the other. */
function divisionsOf(address: string, provinces = PROVINCES): string {
  const name = provinces.flat().find((division) => address.startsWith(division)) ?? ''
  if (name === '') return ''
  return (
    name +
    divisionsOf(
      address.slice(name.length),
      provinces.filter((names) => names.includes(name)),
    )
  )
}

test.each([
  ['北京市东城区样本胡网1号', { 网: [0.8, { 间: 0.05, 同: 0.03 }] }, '北京市东城区样本胡同1号'],
  ['北京市东城区样本胡网1号', { 网: [0.8, { 间: 0.05 }] }, '北京市东城区样本胡网1号'],
  ['北京市东城区胡网样本路1号', { 网: [0.8, { 同: 0.03 }] }, '北京市东城区胡网样本路1号'],
] as const)('an alley before a number (胡同), if it may be one: %s', (read, doubts, address) => {
  expect(readAddress(glyphsOf(read, doubts)).text).toBe(address)
})

test.each([
  ['北京市东城区样本路1号供测试', '北京市东城区样本路1号'],
  ['北京市东城区样本路1号201室仅供办理业务使用', '北京市东城区样本路1号201室'],
  ['北京市东城区样本路1号样本', '北京市东城区样本路1号'],
  ['北京市东城区样本路1号本', '北京市东城区样本路1号'],
  ['北京市东城区样本', '北京市东城区样本'],
  ['北京市东城区供销社路1号', '北京市东城区供销社路1号'],
  ['北京市东城区1号供电局', '北京市东城区1号供电局'],
])('what is written across a copy is none of the address: %s', (read, address) => {
  expect(readAddress(glyphsOf(read)).text).toBe(address)
})
