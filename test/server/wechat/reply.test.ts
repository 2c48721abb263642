import { readReply, toError } from '../../../server/src/engines/wechat/reply'

it.each([
  ['{"errcode":0,"errmsg":"ok","id":"1"}', 0],
  ['{"errcode":"0","errmsg":"ok","id":"1"}', 0],
  ['{"id":"1"}', 0],
  ['{"errCode":0,"errMsg":"openapi.ocr.idcard:ok","id":"1"}', 0],
  ['{"errcode":"101001","errmsg":"certificate not found","id":"1"}', 101001],
  ['{"errCode":40001,"errMsg":"invalid","id":"1"}', 40001],
])('%s has errcode %i, and its fields without it', (text, errcode) => {
  expect(readReply(text)).toMatchObject({ errcode, fields: { id: '1' } })
  expect(Object.keys(readReply(text).fields)).toEqual(['id'])
})

it('keeps every digit of a number without quotes', () => {
  const { fields } = readReply('{"errcode":0,"number":6225000000000000006,"name":"a \\"6225000000000000006, b"}')
  expect(fields).toEqual({ number: '6225000000000000006', name: 'a "6225000000000000006, b' })
})

it.each(['', 'null', '[]', '"ok"', '<html>', '{"errcode":0', '{"name":"样本'])('%j is no reply', (text) => {
  expect(() => readReply(text)).toThrow(
    'system error hint: [WeChat sent a reply that is no JSON object, try again later]',
  )
})

it("an error is told in this server's words", () => {
  const error = toError({ errcode: 101001, errmsg: 'certificate not found, 样本 11010519491231002X', fields: {} })
  expect(error.message).toBe('certificate not found')
})
