import { layouts } from '../../../server/src/layouts'
import { page, seenFromBelow } from './card'
import { empty, MAIN, MAIN_FIELDS, moved, read, SECOND, SECOND_FIELDS, withTexts } from './licence'

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

  test('a size without its unit is in doubt, too', () => {
    const reading = layouts.driving(page(withTexts(SECOND, { '4582×1795×1458mm': '4582×1795×145' })))
    expect(reading).toMatchObject({ fields: { overall_size: '4582x1795x145mm' }, doubtful: ['overall_size'] })
    expect(reading?.confidence.overall_size).toBeLessThan(0.7)
  })

  test.each([
    ['J3123453', 'J', 'engine_num'],
    ['江淮牌HFC7161', '江淮牌HF', 'model'],
  ])('%s of which only %s was read is in doubt', (printed, text, field) => {
    const reading = layouts.driving(page(withTexts(MAIN, { [printed]: text })))
    expect(reading).toMatchObject({ fields: { [field]: text }, doubtful: [field] })
    expect(reading?.confidence[field]).toBeLessThanOrEqual(0.5)
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
    ['大型专用校车', []],
    ['小型频车', ['vehicle_type']],
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

  test.each([
    ['粤S57869', '粤557869'],
    ['粤B57869', '粤857869'],
    ['粤57869', '粤157869'],
  ])('%s, read as %s: behind the province stands a letter', (plate, text) => {
    expect(read(withTexts(MAIN, { 粤B12345: text }))?.plate_num).toBe(plate)
  })

  test.each(['JUV24', 'JD12345', 'JUV24ZMK'])('%s may have lost another province, or more', (text) => {
    const reading = layouts.driving(page(withTexts(MAIN, { 粤B12345: text })))
    expect(reading?.fields.plate_num).toBe(text)
    expect(reading?.doubtful).toContain('plate_num')
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

  test('a stroke between the digits of a date is none of them, whatever it may be', () => {
    const read = page(withTexts(MAIN, { '2018-07-06': '2018-07-06' }))
    for (const { text, characters } of read.lines) {
      if (text !== '2018-07-06') continue
      characters.forEach((character) => {
        if (character.text === '-') character.others = [{ text: '1', score: 0.3 }]
      })
    }
    expect(layouts.driving(read)?.fields.register_date).toBe('2018-07-06')
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

  test.each([
    ['小型频车', '轿', '小型轿车'],
    ['中型香通客车', '普', '中型普通客车'],
    ['重型用式货车', '厢', '重型厢式货车'],
    ['小型频车', '桥', '小型频车'],
  ])('a type is one that the standard has, if it may be that: %s, or %s', (text, other, type) => {
    const read = page(withTexts(MAIN, { 小型轿车: text }))
    for (const { text: line, characters } of read.lines) {
      if (line === text && characters[2]) {
        characters[2] = { ...characters[2], score: 0.6, others: [{ text: other, score: 0.1 }] }
      }
    }
    const reading = layouts.driving(read)
    expect(reading?.fields.vehicle_type).toBe(type)
    expect(reading?.doubtful).toEqual(['vehicle_type'])
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
