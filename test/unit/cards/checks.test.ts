import type { CardResult } from '../../../src/cards'
import { readers } from '../../../src/cards'
import type { OcrError } from '../../../src/errors'

const NOW = new Date('2026-06-01T00:00:00Z')

const doubts = (card: CardResult | OcrError) =>
  (card as CardResult).checks.map(({ field, level, code, suggestion }) =>
    [field, level, code, suggestion].filter(Boolean).join(' '),
  )

describe('身份证', () => {
  const FRONT = { name: '样本', id: '11010519491231002X', addr: '北京市', gender: '女', nationality: '汉' }
  const front = (changes: object) => readers.idcard({ type: 'Front', ...FRONT, ...changes }, NOW)

  it.each([
    ['the standard’s own example', { id: '11010519491231002X' }, []],
    ['the standard’s other example', { id: '440524188001010014', gender: '男' }, []],
    [
      'a region that no table has',
      { id: '999999199003070009', gender: '男' },
      ['id error checksum', 'gender warn mismatch'],
    ],
    ['a wrong check digit', { id: '110105194912310021' }, ['id error checksum']],
    ['a day that is not in the calendar', { id: '11010519490231002X' }, ['id error checksum', 'id error date']],
    ['a birth today', { id: '110105202606010026' }, []],
    ['a birth in the future', { id: '110105209912310021' }, ['id error checksum', 'id error future']],
    ['a number that is too short', { id: '1101051949123100' }, ['id error format']],
    ['a sex that is not the number’s', { gender: '男' }, ['gender warn mismatch']],
    ['a birth that is not the number’s', { birth: '1949年12月30日' }, ['birth warn mismatch']],
    ['the birth as it is printed', { birth: '1949年12月31日' }, []],
    ['a field that is missing', { nationality: '' }, ['nationality warn missing']],
    ['a lower-case x', { id: '11010519491231002x' }, ['id warn format 11010519491231002X']],
    ['O for 0 and I for 1', { id: 'I1O10519491231002X' }, ['id warn format 11010519491231002X']],
    ['full-width digits', { id: '１１０１０５19491231002Ｘ' }, ['id warn format 11010519491231002X']],
    ['a repair that fails the checksum', { id: 'I1O105194912310021' }, ['id error format']],
  ])('%s', (_, changes, expected) => expect(doubts(front(changes))).toEqual(expected))

  it('never changes the printed number, and takes the values from the suggestion', () => {
    expect(front({ id: 'I1O10519491231002x' })).toMatchObject({
      fields: { id: 'I1O10519491231002x' },
      values: { birth: '1949-12-31', region: '110105' },
    })
  })

  it.each([
    ['110105194912310029', 'citizen'],
    ['810000199003070018', 'hong-kong'],
    ['820000199003070013', 'macao'],
    ['830000199003070018', 'taiwan'],
    ['911100199003070018', 'foreigner'],
  ])('%s is the number of a %s', (id, documentKind) => {
    expect(front({ id })).toMatchObject({ values: { documentKind } })
  })

  it('takes the sex from the print, and from the number only when nothing is printed', () => {
    expect(front({ gender: '男' })).toMatchObject({ values: { sex: 'male' } })
    expect(front({ gender: '' })).toMatchObject({ values: { sex: 'female' } })
  })

  it.each([
    ['2026-05-31T00:00:00Z', 76],
    ['2026-12-30T15:59:00Z', 76],
    ['2026-12-30T16:00:00Z', 77],
  ])('at %s the holder is %d', (now, age) => {
    expect(readers.idcard({ type: 'Front', ...FRONT }, new Date(now))).toMatchObject({ values: { age } })
  })
})

it('tells the age by the birth that it tells', () => {
  expect(readers.idcard({ name: '样本', birth: '1990年3月7日' }, NOW)).toMatchObject({
    values: { birth: '1990-03-07', age: 36 },
  })
})

describe('驾驶证 and 营业执照', () => {
  const DRIVER = {
    id_num: '11010519491231002X',
    name: '样本',
    car_class: 'C1',
    valid_from: '20200102',
    valid_to: '20300102',
  }
  const driver = (changes: object) => doubts(readers.driverLicense({ ...DRIVER, ...changes }, NOW))
  const BUSINESS = { reg_num: '91110000000000000X', enterprise_name: '样本', valid_period: '2014年04月29日至长期' }
  const business = (changes: object) => doubts(readers.businessLicense({ ...BUSINESS, ...changes }, NOW))

  it.each([
    [{}, []],
    [{ valid_to: '20190102' }, ['validTo error order']],
    [{ valid_from: '20100102', valid_to: '20200102' }, ['validTo warn expired']],
    [{ valid_to: '6年' }, ['validTo warn format']],
    [{ issue_date: '2018-02-30' }, ['issueDate warn date']],
    [{ birth_date: '1949-12-30' }, ['birthDate warn mismatch']],
  ])('a driver licence with %j', (changes, expected) => expect(driver(changes)).toEqual(expected))

  it.each([
    [{}, []],
    [{ valid_period: '长期' }, []],
    [{ valid_period: '2014年04月29日～2044年04月28日' }, []],
    [{ valid_period: '2014年04月29日至2024年04月28日' }, ['validPeriod warn expired']],
    [{ valid_period: '2044年04月28日至2014年04月29日' }, ['validPeriod error order']],
    [{ registered_date: '2018-02-30' }, ['registeredDate warn date']],
    [{ enterprise_name: '' }, ['enterpriseName warn missing']],
  ])('a business licence with %j', (changes, expected) => expect(business(changes)).toEqual(expected))
})

describe('有效期', () => {
  const back = (valid_date: string) => readers.idcard({ type: 'Back', valid_date }, NOW)

  it.each([
    ['20070105-20270105', '2007-01-05', '2027-01-05', false],
    ['2007.01.05-2027.01.05', '2007-01-05', '2027-01-05', false],
    ['2007-01-05-2027-01-05', '2007-01-05', '2027-01-05', false],
    ['2007年1月5日至2027年1月5日', '2007-01-05', '2027-01-05', false],
    ['20070105-长期', '2007-01-05', null, true],
    ['2007.01.05-长期', '2007-01-05', null, true],
    ['20070105-00000000', '2007-01-05', null, true],
  ])('%s', (validDate, from, to, longTerm) => {
    expect(back(validDate)).toMatchObject({ values: { from, to, longTerm, expired: false }, checks: [] })
  })

  it.each([
    ['2007', ['validDate warn format']],
    ['20070105-20270230', ['validDate warn format']],
    ['20270105-20070105', ['validDate error order']],
    ['20060105-20260105', ['validDate warn expired']],
    ['20200105-20270105', ['validDate warn term']],
    ['20200229-20300301', []],
    ['20210106-20310105', []],
    ['20210106-20310202', ['validDate warn term']],
    ['20210106-20210106', ['validDate error order']],
    ['2021111-20310105', ['validDate warn format']],
    ['20220105-20270105', []],
  ])('%s: %j', (validDate, expected) => expect(doubts(back(validDate))).toEqual(expected))

  it('counts the days as they are in China', () => {
    const read = (now: string) => readers.idcard({ valid_date: '20060105-20260105' }, new Date(now))
    expect(read('2026-01-05T15:59:59Z')).toMatchObject({ values: { expired: false } })
    expect(read('2026-01-05T16:00:00Z')).toMatchObject({ values: { expired: true } })
  })
})

describe('银行卡', () => {
  const card = (number: string) => readers.bankcard({ number })

  it.each([
    ['6222021234567890128', []],
    ['6222 0212 3456 7890 128', []],
    ['6222021234567890123', ['number warn checksum']],
    ['622202123456789', ['number warn format']],
    ['62220212345678901283', ['number warn format']],
    ['62220212345G7890123', ['number warn format']],
    ['62222O212345678901I', ['number warn format']],
    ['62220212E4567890128', ['number warn format']],
    ['622202l23456789O128', ['number warn format 6222021234567890128']],
  ])('%s: %j', (number, expected) => expect(doubts(card(number))).toEqual(expected))

  it('is grouped for reading and masked for showing', () => {
    expect(card('6222021234567890128')).toMatchObject({
      values: { grouped: '6222 0212 3456 7890 128', masked: '***************0128' },
    })
    expect(card('4111111111111111')).toMatchObject({ values: { grouped: '4111 1111 1111 1111' } })
  })

  it.each([
    ['6222021234567890128', 'unionpay'],
    ['8171999900000001', 'unionpay'],
    ['4111111111111111', 'visa'],
    ['5555555555554444', 'mastercard'],
    ['2221000000000009', 'mastercard'],
    ['2720990000000007', 'mastercard'],
    ['378282246310005', 'amex'],
    ['3530111333300000', 'jcb'],
    ['30569309025904', 'diners'],
    ['6011111111111117', 'discover'],
    ['9999999999999999', null],
  ])('%s is of the scheme %s', (number, brand) => expect(card(number)).toMatchObject({ values: { brand } }))

  it('asks `bankOf` whose card it is', () => {
    const bankOf = (number: string) => (number.startsWith('622202') ? '工商银行' : null)
    expect(readers.bankcard({ number: '6222021234567890128' }, { bankOf })).toMatchObject({
      values: { bank: '工商银行' },
    })
    expect(card('6222021234567890128')).toMatchObject({ values: { bank: null } })
  })
})

describe('行驶证', () => {
  const VEHICLE = {
    plate_num: '粤B12345',
    vehicle_type: '小型轿车',
    owner: '样本',
    addr: '广东省深圳市',
    use_character: '非营运',
    model: '样本牌',
    vin: '1M8GDM9AXKP042788',
    engine_num: 'A1',
    register_date: '2018-07-01',
    issue_date: '2018-07-06',
  }
  const vehicle = (changes: object) => readers.vehicle({ ...VEHICLE, ...changes })

  it.each([
    ['all in order', {}, []],
    ['a VIN of the wrong check digit', { vin: '1M8GDM9A1KP042788' }, ['vin warn checksum']],
    ['a VIN that is too short', { vin: 'LJ166' }, ['vin warn format']],
    ['a VIN with an O', { vin: '1M8GDM9AXKPO42788' }, ['vin warn format 1M8GDM9AXKP042788']],
    ['a VIN with a Q', { vin: '1M8GDM9AXKPQ42788' }, ['vin warn format']],
    ['a plate of no known form', { plate_num: '粤B1234' }, ['plateNum warn format']],
    ['a plate with an O', { plate_num: '粤BO2345' }, ['plateNum warn format 粤B02345']],
    ['two plates that differ', { plate_num_b: '粤B54321' }, ['plateNumB warn mismatch']],
    ['two plates that agree', { plate_num_b: '粤B12345' }, []],
    ['issue before register', { issue_date: '2018-06-30' }, ['issueDate warn order']],
    ['a date that is none', { register_date: '2018-02-30' }, ['registerDate warn date']],
    ['less total than kerb mass', { total_quality: '1000kg', prepare_quality: '1200kg' }, ['totalQuality warn mass']],
    ['no plate', { plate_num: '' }, ['plateNum warn missing']],
    ['a field missing', { owner: '' }, ['owner warn missing']],
  ])('%s', (_, changes, expected) => expect(doubts(vehicle(changes))).toEqual(expected))

  it('asks of a second page only what stands on one', () => {
    expect(doubts(readers.vehicle({ plate_num_b: '粤B12345', record: '440300000001' }))).toEqual([])
  })

  it.each([['2+3人'], ['2.7t'], ['约5人']])('says nothing of %s, which is no plain number', (text) => {
    expect(vehicle({ passengers_num: text, total_quality: text })).toMatchObject({
      values: { seats: null, totalMass: null },
    })
  })

  it('compares plates, not their spelling', () => {
    expect(doubts(vehicle({ plate_num_b: '粤B·12345' }))).toEqual([])
  })

  it('reads numbers with their units', () => {
    expect(vehicle({ passengers_num: '5 人', total_quality: '2 700kg', prepare_quality: '1,995 kg' })).toMatchObject({
      values: { seats: 5, totalMass: 2700, kerbMass: 1995 },
    })
    expect(vehicle({ passengers_num: '--' })).toMatchObject({ values: { seats: null } })
  })
})

it.each([
  ['粤B12345', 'ordinary'],
  ['京AD12345', 'new-energy'],
  ['京AF12345', 'new-energy'],
  ['粤BK12345', 'new-energy'],
  ['粤B12345D', 'new-energy'],
  ['沪A1234警', 'police'],
  ['粤B1234挂', 'trailer'],
  ['粤B1234学', 'learner'],
  ['粤Z1234港', 'hong-kong-macao'],
  ['粤Z1234澳', 'hong-kong-macao'],
  ['使014578', 'embassy'],
  ['224001使', 'embassy'],
  ['沪A0023领', 'consulate'],
  ['粤B·12345', 'ordinary'],
  ['粤B１２３４５', 'ordinary'],
  ['粤BL12345', null],
  ['粤I12345', null],
  ['大B12345', null],
  ['粤B123456', null],
])('plate %s is of kind %s', (number, kind) => expect(readers.plate({ number })).toMatchObject({ values: { kind } }))
