import { clean } from '../../../src/cards/text'

it.each([
  ['小型普通客⻋', '小型普通客车'],
  ['⽂⼤⼩', '文大小'],
  ['东莞市 xxxxx 机械厂', '东莞市xxxxx机械厂'],
  ['粤Ａ１２３４５', '粤A12345'],
  ['  JOHN   SMITH ', 'JOHN SMITH'],
  ['阿依古丽·买买提', '阿依古丽·买买提'],
])('%s becomes %s', (printed, text) => {
  expect(clean(printed)).toBe(text)
  expect(clean(text)).toBe(text)
})
