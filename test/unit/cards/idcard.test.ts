import type { IdCardBack, IdCardFront } from '../../../src/cards/idcard'
import { readIdCard } from '../../../src/cards/idcard'
import { OcrError } from '../../../src/errors'

const NOW = new Date('2026-06-01T00:00:00Z')
const FRONT = {
  errcode: 0,
  errmsg: 'ok',
  type: 'Front',
  name: '样本',
  id: '11010519491231002X',
  addr: '北京市朝阳区样本路1号',
  gender: '女',
  nationality: '汉',
}

const front = (changes: object = {}) => readIdCard({ ...FRONT, ...changes }, NOW) as IdCardFront
const back = (valid_date: string) => readIdCard({ errcode: 0, type: 'Back', valid_date }, NOW) as IdCardBack
const codes = (card: IdCardFront | IdCardBack) =>
  card.checks.map(({ field, level, code }) => `${field} ${level} ${code}`)

describe('the front', () => {
  it('reads what is printed and what follows from it', () => {
    expect(front()).toEqual({
      card: 'idcard',
      side: 'front',
      fields: {
        name: '样本',
        id: '11010519491231002X',
        addr: '北京市朝阳区样本路1号',
        gender: '女',
        nationality: '汉',
      },
      values: { birth: '1949-12-31', sex: 'female', region: '110105' },
      checks: [],
      raw: FRONT,
    })
  })

  it.each([
    ['the spelling of one of the documents', { type: 'Frond' }],
    ['no type at all', { type: undefined }],
    ['a numeric error code as text', { errcode: '0' }],
    ['the cloud call', { errcode: undefined, errCode: 0, errMsg: 'openapi.ocr.idcard:ok' }],
    ['fields with positions', { name: { text: '样本', pos: {} } }],
    ['the address under its long name', { addr: undefined, address: '北京市朝阳区样本路1号' }],
    ['stray white space', { name: ' 样 本\n', addr: '北京市 朝阳区 样本路 1 号' }],
    ['a lower-case check character and full-width digits', { id: '１１０１０５19491231002x' }],
  ])('reads the same from %s', (_, changes) => {
    const { fields, values, checks } = front(changes)
    expect({ fields, values, checks }).toEqual({
      fields: front().fields,
      values: front().values,
      checks: [],
    })
  })

  it.each([
    ['a wrong check digit', { id: '110105194912310021' }, ['id error checksum']],
    ['a day that is not in the calendar', { id: '11010519490231002X' }, ['id error checksum', 'id error date']],
    ['a birth in the future', { id: '110105209912310021' }, ['id error checksum', 'id error future']],
    ['a number that is too short', { id: '1101051949123100' }, ['id error format']],
    ['a sex that is not the number’s', { gender: '男' }, ['gender warn sex-mismatch']],
    ['a field that is missing', { nationality: '' }, ['nationality warn missing']],
  ])('doubts %s', (_, changes, expected) => {
    expect(codes(front(changes))).toEqual(expected)
  })

  it.each(['11010519491231002X', '440524188001010014'])('accepts the standard’s own example %s', (id) => {
    expect(codes(front({ id, gender: '' })).filter((code) => code.startsWith('id'))).toEqual([])
  })

  it('takes the sex from the print, and from the number only when nothing is printed', () => {
    expect(front({ gender: '男' }).values.sex).toBe('male')
    expect(front({ gender: '' }).values.sex).toBe('female')
  })
})

describe('the back', () => {
  it.each([
    ['20070105-20270105', '2007-01-05', '2027-01-05', false],
    ['2007.01.05-2027.01.05', '2007-01-05', '2027-01-05', false],
    ['20070105-长期', '2007-01-05', null, true],
    ['2007.01.05-长期', '2007-01-05', null, true],
    ['20070105-00000000', '2007-01-05', null, true],
  ])('reads %s', (validDate, from, to, longTerm) => {
    expect(back(validDate)).toMatchObject({
      side: 'back',
      fields: { validDate },
      values: { from, to, longTerm, expired: false },
      checks: [],
    })
  })

  it.each([
    ['', ['validDate warn missing']],
    ['2007', ['validDate warn format']],
    ['20070105-20270230', ['validDate warn format']],
    ['20270105-20070105', ['validDate error order']],
    ['20060105-20260105', ['validDate warn expired']],
    ['20200105-20270105', ['validDate warn term']],
    ['20200229-20300301', []],
  ])('doubts %s', (validDate, expected) => {
    expect(codes(back(validDate))).toEqual(expected)
  })

  it('counts the days as they are in China', () => {
    const expired = (now: string) =>
      (readIdCard({ type: 'Back', valid_date: '20060105-20260105' }, new Date(now)) as IdCardBack).values.expired
    expect(expired('2026-01-05T15:59:59Z')).toBe(false)
    expect(expired('2026-01-05T16:00:00Z')).toBe(true)
  })
})

describe('a reply that is an error', () => {
  it.each([
    [{ errcode: -1, errmsg: 'system error' }, 'service', -1],
    [{ errcode: 40001, errmsg: 'invalid credential' }, 'auth', 40001],
    [{ errcode: 45009, errmsg: 'reach max api daily quota limit' }, 'quota', 45009],
    [{ errcode: 45011, errmsg: 'api minute-quota reach limit' }, 'rate', 45011],
    [{ errcode: 101000, errmsg: 'invalid image url' }, 'image', 101000],
    [{ errcode: '101001', errmsg: 'certificate not found' }, 'not-found', 101001],
    [{ errcode: 101002, errmsg: 'invalid image data' }, 'image', 101002],
    [{ errcode: 101002, errmsg: 'not enough market quota' }, 'quota', 101002],
    [{ errcode: 101003, errmsg: 'not enough market quota' }, 'quota', 101003],
    [{ errCode: 41005, errMsg: 'openapi.ocr.idcard:fail media data missing' }, 'config', 41005],
    [{ errcode: 99999, errmsg: 'something new' }, 'service', 99999],
  ])('%j is of kind %s', (reply, kind, code) => {
    expect(readIdCard(reply, NOW)).toMatchObject({ kind, code })
  })

  it.each([[null], [undefined], ['<html>'], [[]], [42], [{}], [{ errcode: 0, errmsg: 'ok' }], [{ errcode: 'no' }]])(
    '%j is of kind service',
    (reply) => {
      const card = readIdCard(reply, NOW)
      expect(card).toBeInstanceOf(OcrError)
      expect(card).toMatchObject({ kind: 'service' })
    },
  )
})
