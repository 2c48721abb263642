import type { CardResult } from '../../../src/cards'
import { readers } from '../../../src/cards'
import { OcrError } from '../../../src/errors'
import { FRONT_REPLY as FRONT } from '../../../testing/fake-phone'
import { BANKCARD, DRIVING, IDCARD_BACK, IDCARD_FRONT, VEHICLE_LICENSE } from './documented-replies'

const NOW = new Date('2026-06-01T00:00:00Z')

function read<Name extends CardResult['card']>(card: Name, reply: unknown) {
  const reader: (reply: unknown, now?: Date) => CardResult | OcrError =
    card === 'idcard' ? readers.idcard : (reply) => readers[card](reply)
  const result = reader(reply, NOW)
  if (result instanceof OcrError) throw result
  return result as Extract<CardResult, { card: Name }>
}

const doubts = ({ checks }: CardResult) => checks.map(({ field, level, code }) => `${field} ${level} ${code}`)

const withoutRaw = ({ raw, ...card }: CardResult) => card

/** A reply as the cloud call gives it. */
const camelCased = (reply: object) =>
  Object.fromEntries(
    Object.entries(reply).map(([name, value]) => [name.replace(/_(.)/g, (_, c: string) => c.toUpperCase()), value]),
  )

const VEHICLE = { ...DRIVING, plate_num: '粤B12345', plate_num_b: '粤B12345', vin: 'LSGBF53B8EH123456' }

describe('samples of the documents', () => {
  it('the front of an identity card, spelled Frond', () => {
    const card = read('idcard', IDCARD_FRONT)
    expect(card).toMatchObject({
      card: 'idcard',
      side: 'front',
      fields: { name: 'xxx', id: 'xxxxxxxxxx' },
      raw: IDCARD_FRONT,
    })
    expect(doubts(card)).toContain('id error format')
  })

  it('the back of an identity card', () => {
    expect(read('idcard', IDCARD_BACK)).toEqual({
      card: 'idcard',
      side: 'back',
      fields: { validDate: '20070105-20270105', authority: '' },
      values: { from: '2007-01-05', to: '2027-01-05', longTerm: false, expired: false },
      checks: [],
      raw: IDCARD_BACK,
    })
  })

  it('a bank card', () => {
    const card = read('bankcard', BANKCARD)
    expect(card.fields).toEqual({ number: '000000000000000' })
    expect(doubts(card)).toEqual(['number warn format'])
  })

  it.each([
    ['微信 OCR 识别', DRIVING, '粤xxxxx'],
    ['ocr.vehicleLicense', VEHICLE_LICENSE, ''],
    ['ocr.vehicleLicense by the cloud call', camelCased(VEHICLE_LICENSE), ''],
  ])('a vehicle licence of %s', (_, reply, plateNum) => {
    const card = read('vehicle', reply)
    expect(card.fields).toEqual({
      plateNum,
      vehicleType: '小型普通客车',
      owner: '东莞市xxxxx机械厂',
      addr: '广东省东莞市xxxxx号',
      useCharacter: '非营运',
      model: '江淮牌HFCxxxxxxx',
      vin: 'LJ166xxxxxxxx51',
      engineNum: 'J3xxxxx3',
      registerDate: '2018-07-06',
      issueDate: '2018-07-01',
      plateNumB: '粤xxxxx',
      record: '441xxxxxx3',
      passengersNum: '7人',
      totalQuality: '2700kg',
      prepareQuality: '1995kg',
      overallSize: '',
    })
    expect(card.values).toMatchObject({
      registerDate: '2018-07-06',
      issueDate: '2018-07-01',
      seats: 7,
      totalMass: 2700,
      kerbMass: 1995,
      size: null,
    })
    expect(doubts(card)).toEqual(expect.arrayContaining(['vin warn format', 'issueDate warn order']))
  })
})

describe('variants that mean the same', () => {
  const same = (card: 'idcard' | 'bankcard' | 'vehicle', reply: object, variant: unknown) => {
    expect(withoutRaw(read(card, variant))).toEqual(withoutRaw(read(card, reply)))
  }

  it.each([
    ['errcode as text', { ...FRONT, errcode: '0' }],
    ['no errcode', { ...FRONT, errcode: undefined }],
    ['the cloud’s errCode and words', { ...FRONT, errcode: undefined, errCode: 0, errMsg: 'openapi.ocr.idcard:ok' }],
    ['base_resp', { ...FRONT, errcode: undefined, base_resp: { err_code: 0, err_msg: 'ok' } }],
    ['Frond', { ...FRONT, type: 'Frond' }],
    ['the plugin’s side', { ...FRONT, type: 0 }],
    ['no side', { ...FRONT, type: undefined }],
    ['address', { ...FRONT, addr: undefined, address: FRONT.addr }],
    ['texts with positions', { ...FRONT, name: { text: '样本', pos: {} }, id: { text: FRONT.id } }],
    ['white space', { ...FRONT, name: ' 样 本\n', addr: '北京市 朝阳区 样本路 1 号' }],
    ['radicals', { ...FRONT, gender: '⼥', addr: '北京市朝阳区样本路1号' }],
    [
      'the service market',
      { errMsg: 'invokeService:ok', data: { idcard_res: { ...FRONT, errcode: undefined, type: 0 } } },
    ],
    ['a wrapper in camelCase', { data: { idcardRes: FRONT } }],
    ['a gateway’s own fields around it', { id: 'req-1', name: 'gateway', data: FRONT }],
    ['the service market over HTTPS', { errcode: 0, data: JSON.stringify({ idcard_res: FRONT }) }],
  ])('an identity card with %s', (_, variant) => same('idcard', FRONT, variant))

  it.each([
    ['the back as the plugin says it', { type: 1, valid_date: '20070105-20270105' }],
    ['the back without its side', { valid_date: '20070105-20270105' }],
    ['the back by the cloud call', { errCode: 0, type: 'Back', validDate: '20070105-20270105' }],
  ])('%s', (_, variant) => same('idcard', IDCARD_BACK, variant))

  const NUMBER = '6222021234567890'
  it.each([
    ['id', { id: NUMBER }],
    ['number.text', { number: { text: NUMBER, pos: {} } }],
    ['a bare number', { number: 6222021234567890 }],
    ['a BigNumber', { number: { s: 1, e: 15, c: [62, 22021234567890], toFixed: () => NUMBER } }],
    ['the service market', { data: { bankcard_res: { number: { text: NUMBER } } } }],
  ])('a bank card whose number is %s', (_, variant) => same('bankcard', { number: NUMBER }, variant))

  it.each([
    ['vhicle_type', { ...VEHICLE, vehicle_type: undefined, vhicle_type: VEHICLE.vehicle_type }],
    ['vhicleType', { ...camelCased(VEHICLE), vehicleType: undefined, vhicleType: VEHICLE.vehicle_type }],
    ['totalprepare_quality_quality', { ...VEHICLE, prepare_quality: '', totalprepare_quality_quality: '1995kg' }],
    [
      'totalprepareQualityQuality',
      { ...camelCased(VEHICLE), prepareQuality: '', totalprepareQualityQuality: '1995kg' },
    ],
    ['camelCase', camelCased(VEHICLE)],
    ['the service market', { data: { driving_res: VEHICLE } }],
  ])('a vehicle licence with %s', (_, variant) => same('vehicle', VEHICLE, variant))

  it.each(['4582x1795x1458mm', '4582×1795×1458mm', '4582*1795*1458mm', '4582X1795X1458 mm'])(
    'the size %s',
    (overall_size) => {
      expect(read('vehicle', { ...VEHICLE, overall_size }).values.size).toEqual({
        length: 4582,
        width: 1795,
        height: 1458,
      })
    },
  )
})

it('says nothing rather than something wrong of a number that lost its last digits', () => {
  // What JSON.parse makes of 6222021234567890123.
  expect(readers.bankcard({ number: 6222021234567890000 })).toBeInstanceOf(OcrError)
})

it('reads the rest of the family', () => {
  expect(
    read('driverLicense', {
      id_num: '11010519491231002X',
      name: '样本',
      sex: '女',
      nationality: '中国',
      address: '北京市',
      birth_date: '1949-12-31',
      issue_date: '2010-01-02',
      car_class: 'C1',
      valid_from: '2020-01-02',
      valid_to: '2099-01-02',
      official_seal: '北京市公安局',
    }),
  ).toMatchObject({
    card: 'driverLicense',
    fields: { idNum: '11010519491231002X', carClass: 'C1' },
    values: { birth: '1949-12-31', sex: 'female', issueDate: '2010-01-02', from: '2020-01-02', to: '2099-01-02' },
    checks: [],
  })
  expect(
    read('businessLicense', {
      reg_num: '91110000000000000X',
      enterprise_name: '样本有限公司',
      valid_period: '2014年04月29日至长期',
      registered_date: '2014年4月29日',
      cert_position: { pos: {} },
    }),
  ).toMatchObject({
    card: 'businessLicense',
    fields: { regNum: '91110000000000000X', enterpriseName: '样本有限公司' },
    values: { from: '2014-04-29', to: null, longTerm: true, registeredDate: '2014-04-29' },
    checks: [],
  })
  const corner = { x: 1, y: 2 }
  const pos = { left_top: corner, right_top: corner, right_bottom: corner, left_bottom: corner }
  expect(
    read('printedText', { items: [{ text: '腾讯', pos }, { text: '样本' }], img_size: { w: 1, h: 1 } }),
  ).toMatchObject({
    fields: { text: '腾讯\n样本' },
    values: {
      lines: [
        { text: '腾讯', corners: [corner, corner, corner, corner] },
        { text: '样本', corners: null },
      ],
    },
  })
  expect(read('plate', { number: '粤B12345' })).toMatchObject({
    fields: { number: '粤B12345' },
    values: { kind: 'ordinary' },
  })
})
