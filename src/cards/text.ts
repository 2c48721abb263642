/**
 * CJK radicals that stand for the simplified character of the same shape. WeChat's own samples contain `客⻋`
 * (U+2ECB); NFKC repairs the Kangxi radicals (U+2F00–2FD5) but not these (Unicode, CJK Radicals Supplement).
 */
const RADICALS: Record<string, string> = {
  '⺟': '母',
  '⺠': '民',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
}

const HAN = '\\u2e80-\\u9fff\\uf900-\\ufaff'
const SPACE_BESIDE_HAN = new RegExp(`\\s+(?=[${HAN}])|([${HAN}])\\s+`, 'g')

/** One spelling for one value: look-alike characters unified, white space beside Chinese characters dropped. */
export function clean(text: string): string {
  return text
    .replace(/[⺀-⻳]/g, (radical) => RADICALS[radical] ?? radical)
    .normalize('NFKC')
    .trim()
    .replace(SPACE_BESIDE_HAN, '$1')
    .replace(/\s+/g, ' ')
}
