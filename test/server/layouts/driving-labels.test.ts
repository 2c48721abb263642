import { layouts } from '../../../server/src/layouts'
import { page } from './card'
import { empty, MAIN, MAIN_FIELDS, moved, read, SECOND, SECOND_FIELDS, withTexts } from './licence'

describe('the labels of a vehicle licence', () => {
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
    expect(read(withTexts(MAIN, { 发动机号码: '号码' }))).toMatchObject(MAIN_FIELDS)
    const prints = withTexts(SECOND, { 整备质量: '胶务质量', '1995kg': '11995kg' })
    expect(read(prints)).toMatchObject({ ...SECOND_FIELDS, prepare_quality: '11995kg' })
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

  test('plates, dates and passengers whose labels are lost are known by their form', () => {
    const lost = { 号牌号码: null, 注册日期: null, 发证日期: null }
    expect(read(withTexts(MAIN, lost))).toMatchObject(MAIN_FIELDS)
    expect(read(withTexts(SECOND, { 号牌号码: null, 核定载人数: null }))).toMatchObject(SECOND_FIELDS)
  })

  test("a stamp's character between a model's label and its make, which stands apart from it, is none of the make", () => {
    const between = (text: string, x: number) =>
      read([
        ...withTexts(MAIN, { 江淮牌HFC7161: null }),
        { text, x: 46, y: 33.5, height: 3.3 },
        { text: '江淮牌HFC7161', x, y: 33.5, height: 3.3 },
      ])?.model
    expect(between('式', 52)).toBe('江淮牌HFC7161')
    expect(between('小', 49.6)).toBe('小江淮牌HFC7161')
  })

  test("a stamp's words behind a model's label are no model", () => {
    const stamped = withTexts(MAIN, { 江淮牌HFC7161: '样本' })
    const reading = read([...stamped, { text: '江淮牌HFC7161', x: 45.8, y: 36, height: 3.3 }])
    expect(reading?.model).toBe('江淮牌HFC7161')
  })

  test('a type, a use and an address whose labels are lost are known by their words', () => {
    expect(read(withTexts(MAIN, { 车辆类型: null, 使用性质: null }))).toMatchObject(MAIN_FIELDS)
    expect(read(withTexts(MAIN, { 住址: '售扯' }))?.addr).toBe(MAIN_FIELDS.addr)
    expect(read(withTexts(MAIN, { 住址: '售扯', 广东省东莞市样本路1号: '广东省样本机械有限公司' }))?.addr).toBe('')
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

  test("an engine's number whose label is lost stands below the vehicle's", () => {
    const engineOf = (texts: Record<string, string | null>) => read(withTexts(MAIN, texts))?.engine_num
    expect(engineOf({ 发动机号码: null })).toBe('J3123453')
    expect(engineOf({ 发动机号码: null, 车辆识别代号: null })).toBe('J3123453')
    expect(engineOf({ 发动机号码: null, J3123453: '样' })).toBe('')
    expect(engineOf({ 发动机号码: null, J3123453: null, '2018-07-06': 'A0180706' })).toBe('')
  })

  test('what stands behind a value of one word belongs to a label that was lost', () => {
    const nearer = (text: string, x: number) => MAIN.map((print) => (print.text === text ? { ...print, x } : print))
    expect(read(withTexts(nearer('小型轿车', 38), { 车辆类型: null }))).toMatchObject(MAIN_FIELDS)
    expect(read(withTexts(nearer('江淮牌HFC7161', 33), { 品牌型号: null }))).toMatchObject(MAIN_FIELDS)
  })

  test('the row above an owner is no line of the name', () => {
    const lost = withTexts(MAIN, { 号牌号码: null, 车辆类型: null, 小型轿车: null })
    const close = lost.map((print) => (print.text === '粤B12345' ? { ...print, y: 16.4 } : print))
    expect(read(close)).toMatchObject({ plate_num: '粤B12345', owner: '样本机械厂' })
  })

  test('both dates in one line, the second label misread', () => {
    const lost = { 注册日期: null, 发证日期: null, '2018-07-01': null }
    const both = (text: string) => read(withTexts(MAIN, { ...lost, '2018-07-06': text }))
    expect(both('注册日期2018-07-06证2018-07-01')).toMatchObject(MAIN_FIELDS)
    expect(both('期2018-07-06证2018-07-01')).toMatchObject(MAIN_FIELDS)
    expect(both('期2018-07-0612018-07-01')).toMatchObject(MAIN_FIELDS)
    const scrapped = { text: '强制报废期止：2034-03-20', x: 45, y: 55.3, height: 3.1 }
    const prints = withTexts(MAIN, { ...lost, '2018-07-06': '注册日期2018-07-06' })
    expect(read([...prints, scrapped])?.issue_date).toBe('')
  })

  test.each([
    ['品号江淮牌HFC7161', '江淮牌HFC7161'],
    ['从型号江淮牌HFC7161', '江淮牌HFC7161'],
    ['解放牌CA7148号', '解放牌CA7148'],
  ])('what is left of a label before a model: %s', (text, model) => {
    expect(read(withTexts(MAIN, { 品牌型号: null, 江淮牌HFC7161: text }))?.model).toBe(model)
  })

  test('what is left of a label before a use or a weight', () => {
    expect(read(withTexts(MAIN, { 使用性质: null, 非营运: '用质非营运' }))?.use_character).toBe('非营运')
    const lost = { 总质量: null, 整备质量: null }
    expect(read(withTexts(SECOND, { ...lost, '2700kg': '量2700kg', '1995kg': 'CRM1995kg' }))).toMatchObject(
      SECOND_FIELDS,
    )
    expect(read(withTexts(SECOND, { ...lost, '2700kg': 'B2700kg', '1995kg': 'I995kg' }))).toMatchObject({
      total_quality: '',
      prepare_quality: '',
    })
  })

  test('a size without its label, whatever its signs were read as', () => {
    const size = { 外廓尺寸: null, '4582×1795×1458mm': '尺市4582-1795一1458mm' }
    expect(read(withTexts(SECOND, size))?.overall_size).toBe(SECOND_FIELDS.overall_size)
  })

  test("a label's last character is none of the value's, nor the value's first one the label's", () => {
    expect(read(withTexts(SECOND, { 核定载人数: '核定载人7人', '7人': null }))).toMatchObject(SECOND_FIELDS)
    const use = (text: string) => read(withTexts(MAIN, { 使用性质: text, 非营运: null }))?.use_character
    expect(use('使用性预约出租客运')).toBe('预约出租客运')
    expect(use('使用性贡出租客运')).toBe('出租客运')
  })

  test('of a title and two labels, one may be on the other page', () => {
    const title = MAIN.filter(({ text }) => ['中华人民共和国机动车行驶证', '所有人', '样本机械厂'].includes(text))
    const load = moved(
      SECOND.filter(({ text }) => text === '核定载质量'),
      0,
      66,
    )
    expect(read([...title, ...load])).toMatchObject({ owner: '样本机械厂' })
    expect(read(title)).toBeUndefined()
  })
})
