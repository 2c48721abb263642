import { layouts } from '../../../server/src/layouts'
import type { Print } from './card'
import { page, seenFromBelow, tilted } from './card'

const MAIN: Print[] = [
  { text: '中华人民共和国机动车行驶证', x: 14, y: 5.3, height: 4.3 },
  { text: "Vehicle License of the People's Republic of China", x: 16, y: 9, height: 2 },
  { text: '号牌号码', x: 2.4, y: 12.6, height: 2.4 },
  { text: 'Plate No.', x: 2.4, y: 15.1, height: 1.6 },
  { text: '粤B12345', x: 15, y: 13.6, height: 3.3 },
  { text: '车辆类型', x: 38.4, y: 12.6, height: 2.4 },
  { text: 'Vehicle Type', x: 38.4, y: 15.1, height: 1.6 },
  { text: '小型轿车', x: 51, y: 13.6, height: 3.3 },
  { text: '所有人', x: 2.4, y: 19.2, height: 2.4 },
  { text: 'Owner', x: 2.4, y: 21.7, height: 1.6 },
  { text: '样本机械厂', x: 15, y: 20.2, height: 3.3 },
  { text: '住址', x: 2.4, y: 25.9, height: 2.4 },
  { text: '广东省东莞市样本路1号', x: 15, y: 26.9, height: 3.3 },
  { text: '使用性质', x: 2.4, y: 32.5, height: 2.4 },
  { text: '非营运', x: 15.8, y: 33.5, height: 3.3 },
  { text: '品牌型号', x: 34.7, y: 32.5, height: 2.4 },
  { text: '江淮牌HFC7161', x: 45.8, y: 33.5, height: 3.3 },
  { text: '样本省样', x: 3, y: 41, height: 5 },
  { text: '车辆识别代号', x: 25.3, y: 40.4, height: 2.4 },
  { text: 'LGSRLB5B5LWU72709', x: 40.5, y: 41.4, height: 3.3 },
  { text: '发动机号码', x: 25.1, y: 46.6, height: 2.4 },
  { text: 'J3123453', x: 39.1, y: 47.6, height: 3.3 },
  { text: '注册日期', x: 25.1, y: 54.3, height: 2.4 },
  { text: '2018-07-06', x: 37.2, y: 55.3, height: 3.1 },
  { text: '发证日期', x: 56.3, y: 54.3, height: 2.4 },
  { text: '2018-07-01', x: 68.4, y: 55.3, height: 3.1 },
]
const MAIN_FIELDS = {
  plate_num: '粤B12345',
  vehicle_type: '小型轿车',
  owner: '样本机械厂',
  addr: '广东省东莞市样本路1号',
  use_character: '非营运',
  model: '江淮牌HFC7161',
  vin: 'LGSRLB5B5LWU72709',
  engine_num: 'J3123453',
  register_date: '2018-07-06',
  issue_date: '2018-07-01',
}
const SECOND: Print[] = [
  { text: '号牌号码', x: 3, y: 5.1, height: 2.4 },
  { text: '粤B12345', x: 16, y: 5.1, height: 3.2 },
  { text: '档案编号', x: 53, y: 5.1, height: 2.4 },
  { text: '441900123453', x: 66, y: 5.1, height: 3.2 },
  { text: '核定载人数', x: 6, y: 12.5, height: 2.4 },
  { text: '7人', x: 19, y: 12.5, height: 3.2 },
  { text: '总质量', x: 53, y: 12.5, height: 2.4 },
  { text: '2700kg', x: 66, y: 12.5, height: 3.2 },
  { text: '整备质量', x: 6, y: 19.4, height: 2.4 },
  { text: '1995kg', x: 19, y: 19.4, height: 3.2 },
  { text: '核定载质量', x: 53, y: 19.4, height: 2.4 },
  { text: '--', x: 66, y: 19.4, height: 3.2 },
  { text: '外廓尺寸', x: 3, y: 25.9, height: 2.4 },
  { text: '4582×1795×1458mm', x: 16, y: 25.9, height: 3.2 },
  { text: '准牵引总质量', x: 53, y: 25.9, height: 2.4 },
  { text: '--', x: 68, y: 25.9, height: 3.2 },
  { text: '备注', x: 3, y: 32.9, height: 2.4 },
  { text: '检验记录', x: 3, y: 50, height: 2.4 },
  { text: '检验有效期至2027年07月粤B(12)', x: 22, y: 43, height: 3.2 },
]
const SECOND_FIELDS = {
  plate_num_b: '粤B12345',
  record: '441900123453',
  passengers_num: '7人',
  total_quality: '2700kg',
  prepare_quality: '1995kg',
  overall_size: '4582x1795x1458mm',
}

const empty = (fields: object) => Object.fromEntries(Object.keys(fields).map((field) => [field, '']))
const moved = (prints: Print[], dx: number, dy: number) =>
  prints.map((print) => ({ ...print, x: print.x + dx, y: print.y + dy }))
const read = (prints: Print[], ...transform: Parameters<typeof tilted> | []) =>
  layouts.driving(page(prints, transform[0] === undefined ? undefined : tilted(transform[0])))?.fields

/** The page with other words in some places; `null` takes the words away. */
const withTexts = (prints: Print[], texts: Record<string, string | null>): Print[] =>
  prints.flatMap((print) => {
    const text = texts[print.text]
    return text === null ? [] : [{ ...print, text: text ?? print.text }]
  })

describe('a vehicle licence', () => {
  test('its main page', () => {
    expect(read(MAIN)).toEqual({ ...MAIN_FIELDS, ...empty(SECOND_FIELDS) })
  })

  test('its second page', () => {
    expect(read(SECOND)).toEqual({ ...empty(MAIN_FIELDS), ...SECOND_FIELDS })
  })

  test.each([
    ['one above the other', 0, 66],
    ['side by side', 95, 0],
  ])('both pages %s', (_, dx, dy) => {
    expect(read([...MAIN, ...moved(SECOND, dx, dy)])).toEqual({ ...MAIN_FIELDS, ...SECOND_FIELDS })
  })

  test.each([-8, 8])('tilted by %i°', (degrees) => {
    expect(read(MAIN, degrees)).toMatchObject(MAIN_FIELDS)
    expect(read(SECOND, degrees)).toMatchObject(SECOND_FIELDS)
  })

  test('in perspective', () => {
    expect(layouts.driving(page(MAIN, seenFromBelow(0.12)))?.fields).toMatchObject(MAIN_FIELDS)
  })

  test('a label printed with space in it', () => {
    const spaced = MAIN.flatMap((print) =>
      print.text === '住址'
        ? [
            { ...print, text: '住' },
            { ...print, text: '址', x: 8 },
          ]
        : [print],
    )
    expect(read(spaced)).toMatchObject(MAIN_FIELDS)
  })

  test('a label a little above its value, which stands on the row of another label', () => {
    const raised = MAIN.map((print) => (print.text === '品牌型号' ? { ...print, y: 31.1 } : print))
    const near = withTexts(raised, { 非营运: '预约出租客运' })
    expect(read(near)).toMatchObject({ ...MAIN_FIELDS, use_character: '预约出租客运' })
  })

  test.each([
    ['a weight without its unit', '1995kg', '199', 'prepare_quality', '199kg'],
    ['a size without its first digit', '4582×1795×1458mm', '082×1795×1458mm', 'overall_size', '082x1795x1458mm'],
    ['a size that lost more than that', '4582×1795×1458mm', '582×1795×1458mm', 'overall_size', '582x1795x1458mm'],
  ])('%s is in doubt: some of it may be lost', (_, printed, text, field, value) => {
    const reading = layouts.driving(page(withTexts(SECOND, { [printed]: text })))
    expect(reading?.fields[field]).toBe(value)
    expect(reading?.doubtful).toEqual([field])
    expect(reading?.confidence[field]).toBeLessThan(0.5)
    expect(layouts.driving(page(SECOND))?.doubtful).toEqual([])
  })

  test.each([
    ['J3123453', 'J', 'engine_num'],
    ['江淮牌HFC7161', '江淮牌HF', 'model'],
  ])('%s of which only %s was read is in doubt', (printed, text, field) => {
    const reading = layouts.driving(page(withTexts(MAIN, { [printed]: text })))
    expect(reading).toMatchObject({ fields: { [field]: text }, doubtful: [field] })
    expect(reading?.confidence[field]).toBeLessThanOrEqual(0.5)
  })

  test("a stamp's words behind the label of a number are none of it: the number stands by itself", () => {
    const stamped = MAIN.flatMap((print) =>
      print.text === '发动机号码'
        ? [
            { ...print, text: '发动机号码样字' },
            { ...print, text: 'VIN', y: 49 },
          ]
        : [print],
    )
    const apart = stamped.map((print) => (print.text === 'J3123453' ? { ...print, x: 45, y: 48.6 } : print))
    expect(read(apart)).toEqual({ ...MAIN_FIELDS, ...empty(SECOND_FIELDS) })
  })

  test.each([
    ['样本市虚构物流有限公司', '样本市虚构物流有限公司'],
    ['样本市虚构物流有限公司本', '样本市虚构物流有限公司'],
    ['样本市虚构物流有限公司样本', '样本市虚构物流有限公司'],
    ['样本市虚构物流有限公司分部', '样本市虚构物流有限公司分部'],
    ['样本市虚构物流有限公司样本分公司', '样本市虚构物流有限公司样本分公司'],
  ])('a firm %s', (printed, owner) => {
    expect(read(withTexts(MAIN, { 样本机械厂: printed }))).toMatchObject({ ...MAIN_FIELDS, owner })
  })

  test.each([
    ['普通二轮摩托车', []],
    ['轻便正三轮摩托车', []],
    ['普通平轮摩托车', ['vehicle_type']],
    ['重型自卸半挂车', []],
    ['无轨电车', []],
  ])('a type of vehicle: %s', (vehicle_type, doubtful) => {
    const reading = layouts.driving(page(withTexts(MAIN, { 小型轿车: vehicle_type })))
    expect(reading).toMatchObject({ fields: { vehicle_type }, doubtful })
  })

  test('an address in two lines', () => {
    const [first, second] = ['广东省东莞市南城街道样本', '路1号样本花园2栋301室']
    const prints = MAIN.flatMap((print) =>
      print.text.startsWith('广东省')
        ? [
            { ...print, text: first ?? '', y: 25.3, height: 2.6 },
            { ...print, text: second ?? '', y: 28.6, height: 2.6 },
          ]
        : [print],
    )
    expect(read(prints)?.addr).toBe(`${first}${second}`)
  })

  test('labels misread, glued to their values, or cut', () => {
    const misread = {
      品牌型号: '品牌型',
      发动机号码: '发动机号玛',
      江淮牌HFC7161: '江淮牌HFC7161',
      车辆识别代号: '辆制代号',
    }
    expect(read(withTexts(MAIN, misread))).toMatchObject(MAIN_FIELDS)
    const glued = { 核定载人数: '核定载人数7人', '7人': null, 档案编号: '编号441900123453', '441900123453': null }
    expect(read(withTexts(SECOND, glued))).toMatchObject(SECOND_FIELDS)
  })

  test('the English of a label, read as one with the value', () => {
    expect(read(withTexts(MAIN, { 样本机械厂: 'Owner样本机械厂' }))?.owner).toBe('样本机械厂')
    expect(read(withTexts(MAIN, { '2018-07-06': 'RegisterDat2018-07-06' }))?.register_date).toBe('2018-07-06')
    expect(read(withTexts(MAIN, { J3123453: 'Engine No.J3123453' }))?.engine_num).toBe('J3123453')
  })

  test('labels of which half is left', () => {
    const halves = { 整备质量: '备质', 外廓尺寸: '外尺' }
    expect(read(withTexts(SECOND, halves))).toMatchObject(SECOND_FIELDS)
  })

  test('half a label that two labels are as like is none', () => {
    expect(read(withTexts(MAIN, { 发动机号码: '号码' }))).toMatchObject({ plate_num: '粤B12345', engine_num: '' })
    const prints = withTexts(SECOND, { 整备质量: '胶务质量', '1995kg': '11995kg' })
    expect(read(prints)).toMatchObject({ total_quality: '2700kg', prepare_quality: '' })
  })

  test('the English of a label, read as one line with the value below the label', () => {
    const glued = { text: 'Engine No.J3123453', x: 25.1, y: 49.4, height: 2 }
    expect(read([...withTexts(MAIN, { J3123453: null }), glued])?.engine_num).toBe('J3123453')
  })

  test('a line that begins below a label is not behind its value', () => {
    const prints = withTexts(MAIN, { 车辆识别代号: '车辆识别代号LGSRLB5B5LWU72709', LGSRLB5B5LWU72709: null })
    expect(read([...prints, { text: 'IN', x: 25.3, y: 41.6, height: 1.6 }])?.vin).toBe(MAIN_FIELDS.vin)
  })

  test('准牵引总质量, however it was read, is no 总质量', () => {
    const heavier = withTexts(SECOND, { 准牵引总质量: '准牵引1总质量' })
    const prints = [...heavier, { text: '15020kg', x: 75, y: 25.9, height: 3.2 }].filter(({ text }) => text !== '--')
    expect(read(prints)?.total_quality).toBe('2700kg')
  })

  test("a value's last character, close to a label that lost its first one", () => {
    const prints = withTexts(SECOND, { 粤B12345: '粤BD12345', 档案编号: '案编号' }).map((print) =>
      print.text === '粤BD12345' ? { ...print, x: 34 } : print,
    )
    expect(read(prints)).toMatchObject({ plate_num_b: '粤BD12345', record: '441900123453' })
  })

  test('stamps beside a value, and above and below it', () => {
    const stamps = [
      { text: '样本', x: 40, y: 20.2, height: 3 },
      { text: '样本', x: 80, y: 33.5, height: 3 },
      { text: '仅供测试', x: 60, y: 30.2, height: 2.4 },
    ]
    expect(read([...MAIN, ...stamps])).toMatchObject(MAIN_FIELDS)
  })

  test('Chinese behind a model is a stamp', () => {
    expect(read(withTexts(MAIN, { 江淮牌HFC7161: '江淮牌HFC7161样木' }))?.model).toBe('江淮牌HFC7161')
    expect(read(withTexts(MAIN, { 江淮牌HFC7161: '4江淮牌HFC7161' }))?.model).toBe('江淮牌HFC7161')
  })

  test('plates, dates and passengers whose labels are lost are known by their form', () => {
    const lost = { 号牌号码: null, 注册日期: null, 发证日期: null }
    expect(read(withTexts(MAIN, lost))).toMatchObject(MAIN_FIELDS)
    expect(read(withTexts(SECOND, { 号牌号码: null, 核定载人数: null }))).toMatchObject(SECOND_FIELDS)
  })

  test('no character is made of one that the recogniser did not see', () => {
    const reading = layouts.driving(page(withTexts(MAIN, { 粤B12345: '粤B012345' })))
    expect(reading?.fields.plate_num).toBe('粤B012345')
    expect(reading?.doubtful).toContain('plate_num')
  })

  test("an owner's name before an address's province is none of the address", () => {
    const addressOf = (text: string) => read(withTexts(MAIN, { 广东省东莞市样本路1号: text }))?.addr
    expect(addressOf('张三丰广东省东莞市样本路1号')).toBe('广东省东莞市样本路1号')
    expect(addressOf('东莞市样本镇广东省道1号')).toBe('东莞市样本镇广东省道1号')
  })

  test.each([
    ['川C954P4', '川LC954P4'],
    ['川A22D6G', '川1A22D6G'],
    ['川A22D6G', '川/IA22D6G'],
    ['川LC954P', '川LC954P'],
    ['川AD12345', '川AD12345'],
    ['川JA12345', '川JA12345'],
    ['粤LC954P4', '粤LC954P4'],
  ])('%s, read as %s: a stroke too many is none of a plate of Sichuan', (plate, text) => {
    expect(read(withTexts(MAIN, { 粤B12345: text }))?.plate_num).toBe(plate)
  })

  test.each([
    ['川UV24ZM', 'JUV24ZM'],
    ['川UV24ZM', 'JLUV24ZM'],
    ['川C4E747', 'J1IC4E747'],
  ])('%s, read as %s: no other province is nothing but strokes', (plate, text) => {
    const reading = layouts.driving(page(withTexts(MAIN, { 粤B12345: text })))
    expect(reading?.fields.plate_num).toBe(plate)
    expect(reading?.doubtful).not.toContain('plate_num')
  })

  test.each(['JUV24', 'JD12345', 'JUV24ZMK'])('%s may have lost another province, or more', (text) => {
    const reading = layouts.driving(page(withTexts(MAIN, { 粤B12345: text })))
    expect(reading?.fields.plate_num).toBe(text)
    expect(reading?.doubtful).toContain('plate_num')
  })

  test("a stamp's words behind a model's label are no model", () => {
    const stamped = withTexts(MAIN, { 江淮牌HFC7161: '样本' })
    const reading = read([...stamped, { text: '江淮牌HFC7161', x: 45.8, y: 36, height: 3.3 }])
    expect(reading?.model).toBe('江淮牌HFC7161')
  })

  test('behind the make of a model, Chinese that may be a letter is that', () => {
    const { lines, ...size } = page(withTexts(MAIN, { 江淮牌HFC7161: '江淮牌HFC7门6样' }))
    const others = [{ text: 'J', score: 0.2 }]
    const seen = lines.map((line) => ({
      ...line,
      characters: line.characters.map((character) => (character.text === '门' ? { ...character, others } : character)),
    }))
    expect(layouts.driving({ ...size, lines: seen })?.fields.model).toBe('江淮牌HFC7J6')
  })

  test.each(['广东省东莞市样  路1号', '广东省东莞市样本  1号'])('%s lost a character, as its gap shows', (text) => {
    const doubtful = (printed: string) =>
      layouts.driving(page(withTexts(MAIN, { 广东省东莞市样本路1号: printed })))?.doubtful
    expect(doubtful(text)).toContain('addr')
    expect(doubtful(text.replace(/ /g, ''))).not.toContain('addr')
  })

  test.each(['越野客车', '微型轿'])('%s is a part of a type', (text) => {
    expect(layouts.driving(page(withTexts(MAIN, { 小型轿车: text })))?.doubtful).toContain('vehicle_type')
  })

  test('a weight of two digits was cut off', () => {
    const reading = layouts.driving(page(withTexts(SECOND, { '1995kg': '95kg' })))
    expect(reading?.doubtful).toContain('prepare_quality')
  })

  test('what one date has, the other has not', () => {
    const lost = withTexts(MAIN, { 发证日期: null, '2018-07-01': null })
    const lower = lost.map((print) => (print.text === '2018-07-06' ? { ...print, y: 57.4 } : print))
    expect(read(lower)).toMatchObject({ register_date: '2018-07-06', issue_date: '' })
  })

  test("a firm's name is no use and no number of persons", () => {
    const lost = withTexts(MAIN, { 使用性质: null, 非营运: null, 样本机械厂: '样本汽车租赁有限公司' })
    expect(read(lost.filter(({ text }) => text !== '所有人'))?.use_character).toBe('')
  })

  test('a unit is no caption, even with a zero that was read as a letter', () => {
    expect(read(withTexts(SECOND, { '1995kg': '199okg' }))?.prepare_quality).toBe('1990kg')
  })

  test('a digit too many before a date', () => {
    expect(read(withTexts(MAIN, { '2018-07-06': '02018-07-06' }))?.register_date).toBe('2018-07-06')
  })

  test.each([
    ['江淮牌（FC716]', '江淮牌CFC716J'],
    ['江淮牌HFC716(A)', '江淮牌HFC716(A)'],
  ])('letters of a model that are read as brackets: %s', (text, model) => {
    expect(read(withTexts(MAIN, { 江淮牌HFC7161: text }))?.model).toBe(model)
  })

  test("an engine's Q is a letter even where it may be a digit", () => {
    const { lines, ...size } = page(withTexts(MAIN, { J3123453: 'J3Q23453' }))
    const others = [{ text: '0', score: 0.3 }]
    const doubted = lines.map((line) => ({
      ...line,
      characters: line.characters.map((character) => (character.text === 'Q' ? { ...character, others } : character)),
    }))
    expect(layouts.driving({ ...size, lines: doubted })?.fields.engine_num).toBe('J3Q23453')
  })

  test.each([
    ['L', [{ text: 'L', score: 0.02 }]],
    ['1', [{ text: 'I', score: 0.02 }]],
  ])("a vehicle's number begins with China's L rather than a 1, if that may be one (%s)", (country, others) => {
    const { lines, ...size } = page(withTexts(MAIN, { LGSRLB5B5LWU72709: '1GSRLB5B5LWU72709' }))
    const doubted = lines.map((line) => ({
      ...line,
      characters: line.characters.map((character, index) =>
        index === 0 && line.text.startsWith('1GSR') ? { ...character, score: 0.88, others } : character,
      ),
    }))
    expect(layouts.driving({ ...size, lines: doubted })?.fields.vin).toBe(`${country}GSRLB5B5LWU72709`)
  })

  test.each(['2818-07-06', '2018-87-06', '2018-07-86'])('an 8 where a date has none is a zero: %s', (text) => {
    expect(read(withTexts(MAIN, { '2018-07-06': text }))?.register_date).toBe('2018-07-06')
  })

  test('a date of the last decades of this century leaves a doubt', () => {
    expect(layouts.driving(page(withTexts(MAIN, { '2018-07-06': '2068-07-06' })))?.doubtful).toContain('register_date')
  })

  test("the last four characters of a vehicle's number are digits", () => {
    expect(read(withTexts(MAIN, { LGSRLB5B5LWU72709: 'LGSRLB5B5LWU7Z7O9' }))?.vin).toBe('LGSRLB5B5LWU72709')
  })

  test('strokes and stamps beside a word that the standard has', () => {
    const texts = { 小型轿车: '茶小型轿车', 非营运: '1 非营运样' }
    expect(read(withTexts(MAIN, texts))).toMatchObject(MAIN_FIELDS)
    expect(read(withTexts(MAIN, { 小型轿车: '新式样车' }))?.vehicle_type).toBe('新式样车')
  })

  test('a use is one that the standard has where the recogniser took its characters for candidates', () => {
    const useOf = (others: string[]) => {
      const read = page(withTexts(MAIN, { 非营运: '收练' }))
      for (const { text, characters } of read.lines) {
        if (text === '收练' && characters[0]) {
          characters[0] = { ...characters[0], score: 0.6, others: others.map((other) => ({ text: other, score: 0.2 })) }
        }
      }
      return layouts.driving(read)?.fields.use_character
    }
    expect(useOf(['牧', '教'])).toBe('教练')
    expect(useOf(['牧'])).toBe('收练')
  })

  test('a type, a use and an address whose labels are lost are known by their words', () => {
    expect(read(withTexts(MAIN, { 车辆类型: null, 使用性质: null }))).toMatchObject(MAIN_FIELDS)
    expect(read(withTexts(MAIN, { 住址: '售扯' }))?.addr).toBe(MAIN_FIELDS.addr)
    expect(read(withTexts(MAIN, { 住址: '售扯', 广东省东莞市样本路1号: '广东省样本机械有限公司' }))?.addr).toBe('')
  })

  test('words of one page are not taken for the other, which the picture does not show', () => {
    const remark = { text: '非营运', x: 66, y: 40, height: 3.2 }
    expect(read([...SECOND, remark])).toEqual({ ...empty(MAIN_FIELDS), ...SECOND_FIELDS })
    expect(read([...MAIN, { text: '7人', x: 4, y: 50, height: 3.2 }])).toEqual({
      ...MAIN_FIELDS,
      ...empty(SECOND_FIELDS),
    })
  })

  test('a size whose signs were lost', () => {
    expect(read(withTexts(SECOND, { '4582×1795×1458mm': '458217951458mm' }))?.overall_size).toBe('4582x1795x1458mm')
    expect(read(withTexts(SECOND, { '4582×1795×1458mm': '4582×17951458mm' }))?.overall_size).toBe('4582x1795x1458mm')
  })

  test('a number, a record or a size whose label is lost is known by its form', () => {
    expect(read(withTexts(MAIN, { 车辆识别代号: null }))?.vin).toBe(MAIN_FIELDS.vin)
    expect(read(withTexts(SECOND, { 档案编号: null }))?.record).toBe(SECOND_FIELDS.record)
  })

  test('weights whose labels are lost are known by where they stand: beside the passengers and below them', () => {
    const lost = { 总质量: null, 整备质量: null }
    expect(read(withTexts(SECOND, lost))).toMatchObject(SECOND_FIELDS)
    expect(read(withTexts(SECOND, { ...lost, 核定载人数: null }), -8)).toMatchObject(SECOND_FIELDS)
    const remark = { text: '1500kg', x: 19, y: 39, height: 3.2 }
    expect(read([...withTexts(SECOND, { ...lost, '1995kg': null }), remark])?.prepare_quality).toBe('')
    const loaded = { ...lost, '2700kg': null, '1995kg': null, 核定载质量: null, '--': '705kg' }
    expect(read(withTexts(SECOND, loaded))).toMatchObject({ total_quality: '', prepare_quality: '' })
  })

  test("an address below an owner, its label lost, is none of the owner's name", () => {
    expect(read(withTexts(MAIN, { 住址: null }))).toMatchObject(MAIN_FIELDS)
    const close = MAIN.map((print) => (print.text.startsWith('广东省') ? { ...print, y: 24.2 } : print))
    expect(read(withTexts(close, { 住址: null }))).toMatchObject(MAIN_FIELDS)
    const firm = { 住址: null, 广东省东莞市样本路1号: null, 样本机械厂: '广东省样本重型机械厂' }
    expect(read(withTexts(MAIN, firm))).toMatchObject({ owner: '广东省样本重型机械厂', addr: '' })
  })

  test('where labels are lost, the title counts as one', () => {
    const labels = ['车辆类型', '所有人', '住址', '使用性质', '品牌型号', '车辆识别代号', '发动机号码']
    const lost = Object.fromEntries(labels.map((label) => [label, null]))
    expect(read(withTexts(MAIN, lost))).toMatchObject({
      vin: MAIN_FIELDS.vin,
      register_date: MAIN_FIELDS.register_date,
      model: MAIN_FIELDS.model,
    })
    expect(read(withTexts(MAIN, { ...lost, 中华人民共和国机动车行驶证: null }))).toBeUndefined()
    const none = withTexts(MAIN, { ...lost, 号牌号码: null, 注册日期: null, 发证日期: null })
    expect(read([...none, ...moved(SECOND, 0, 66)])).toMatchObject({ vin: MAIN_FIELDS.vin, addr: MAIN_FIELDS.addr })
  })

  test('a second page whose labels are all lost is known by its record, its size or a weight', () => {
    const labels = [
      '号牌号码',
      '档案编号',
      '核定载人数',
      '总质量',
      '整备质量',
      '核定载质量',
      '外廓尺寸',
      '准牵引总质量',
    ]
    const lost = withTexts(SECOND, Object.fromEntries(labels.map((label) => [label, null])))
    expect(read([...MAIN, ...moved(lost, 0, 66)])).toMatchObject({ ...MAIN_FIELDS, ...SECOND_FIELDS, plate_num_b: '' })
    const unread = lost.filter(({ text }) => !/^\d{12}$|×|kg/.test(text))
    const reading = layouts.driving(page([...MAIN, ...moved(unread, 0, 66)]))
    expect(reading?.doubtful).toEqual([])
  })

  test('a vehicle number that fails its checksum is reported as printed, and in doubt', () => {
    const reading = layouts.driving(page(withTexts(MAIN, { LGSRLB5B5LWU72709: 'LGSRLB5B5LWU72708' })))
    expect(reading?.fields.vin).toBe('LGSRLB5B5LWU72708')
    expect(reading?.doubtful).toEqual(['vin'])
  })

  test('a date that no calendar has is reported as read, and in doubt', () => {
    const reading = layouts.driving(page(withTexts(MAIN, { '2018-07-06': '2018-77-06' })))
    expect(reading?.fields.register_date).toBe('2018-77-06')
    expect(reading?.doubtful).toEqual(['register_date'])
  })

  test('what a page does not show leaves no doubt, and what was lost does', () => {
    expect(layouts.driving(page(MAIN))?.doubtful).toEqual([])
    expect(layouts.driving(page(withTexts(MAIN, { 小型轿车: null })))?.doubtful).toEqual(['vehicle_type'])
  })

  test('a stamp as high as two lines is no part of a value', () => {
    const stamp = { text: '样本', x: 20, y: 20.2, height: 14 }
    expect(read([...MAIN, stamp])).toMatchObject(MAIN_FIELDS)
  })
})

describe('no vehicle licence', () => {
  test('a driver licence', () => {
    const licence = [...MAIN, { text: '准驾车型', x: 2, y: 58 }]
    expect(read(licence)).toBeUndefined()
  })

  test('a page with a label or two', () => {
    expect(read(MAIN.slice(0, 6))).toBeUndefined()
  })
})
