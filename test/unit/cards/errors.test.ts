import { readers } from '../../../src/cards'
import { OcrError } from '../../../src/errors'

const CERTIFICATE_NOT_FOUND = 'certificate not found hint: [abc] rid: 60d3-1'

it.each([
  [-1, 'system error', 'service'],
  [40001, 'invalid credential', 'auth'],
  [40014, 'invalid access_token', 'auth'],
  [41001, 'access_token missing', 'auth'],
  [42001, 'access_token expired', 'auth'],
  [40164, 'invalid ip 1.2.3.4, not in whitelist', 'config'],
  [41005, 'media data missing', 'config'],
  [43002, 'require POST method', 'config'],
  [40066, 'invalid url', 'config'],
  [45009, 'reach max api daily quota limit', 'quota'],
  [45011, 'api minute-quota reach limit', 'rate'],
  [48001, 'api unauthorized', 'auth'],
  [48004, 'api forbidden for irregularities', 'auth'],
  [61007, 'api is unauthorized to component', 'auth'],
  [101000, 'invalid image url', 'image'],
  [101001, CERTIFICATE_NOT_FOUND, 'not-found'],
  [101002, 'invalid image data', 'image'],
  [101002, 'not enough market quota', 'quota'],
  [101003, 'not enough market quota', 'quota'],
  [-604100, 'no such API', 'config'],
  [-604101, 'has no permission', 'config'],
  [-604102, 'timeout', 'timeout'],
  [-501001, 'resource system error', 'service'],
  [-504002, 'functions execute fail', 'service'],
  [-504003, 'function time out', 'timeout'],
  [-404011, 'cloud function execution error', 'service'],
  [-604001, 'response size exceeds 1M', 'service'],
  [9301001, 'param', 'config'],
  [9301002, '', 'service'],
  [9301003, '', 'service'],
  [9301010, 'quota', 'quota'],
  [9301011, 'rate', 'rate'],
  [9301012, 'timeout', 'timeout'],
  [9311003, '', 'service'],
  [99999, 'something new', 'service'],
])('%d (%s) is of kind %s, in every shape', (code, words, kind) => {
  const shapes = [
    { errcode: code, errmsg: words },
    { errcode: String(code), errmsg: words },
    { errCode: code, errMsg: `openapi.ocr.idcard:fail ${words}` },
    { base_resp: { err_code: code, err_msg: words } },
    { errcode: 0, base_resp: { err_code: code, err_msg: words } },
    { baseResp: { errCode: code, errMsg: words } },
    { errMsg: 'invokeService:ok', data: { errcode: code, errmsg: words } },
    { errcode: 0, data: JSON.stringify({ err_code: code, err_msg: words }) },
  ]
  for (const shape of shapes) expect(readers.idcard(shape)).toMatchObject({ kind, code })
})

it('keeps the service’s own words', () => {
  expect(readers.vehicle({ errcode: 101001, errmsg: CERTIFICATE_NOT_FOUND })).toMatchObject({
    message: CERTIFICATE_NOT_FOUND,
  })
})

it.each([
  [null],
  [undefined],
  ['<html>'],
  [''],
  [[]],
  [[{ name: '样本' }]],
  [42],
  [true],
  [{}],
  [{ errcode: 0, errmsg: 'ok' }],
  [{ errcode: 'no' }],
  [{ errMsg: 'cloud.callFunction:fail' }],
  [{ data: null }],
  [{ type: 'about:blank', title: 'Not Found', status: 404 }],
  [{ type: 'Front' }],
  [{ data: '{"idcard_res":' }],
])('%j is neither a card nor a known error: service', (reply) => {
  for (const read of Object.values(readers)) {
    const result = read(reply)
    expect(result).toBeInstanceOf(OcrError)
    expect(result).toMatchObject({ kind: 'service' })
  }
})

it('a side without a field of its own is no identity card', () => {
  expect(readers.idcard({ type: 'Back', id: 'req-1' })).toMatchObject({ kind: 'service' })
  expect(readers.idcard({ type: 'Front', valid_date: '20070105-20270105' })).toMatchObject({ kind: 'service' })
})
