/**
 * CJK radicals, each followed by the simplified character of the same shape. WeChat's own samples contain `客⻋`
 * (U+2ECB); NFKC repairs the Kangxi radicals (U+2F00–2FD5) but not these (Unicode, CJK Radicals Supplement).
 */
const RADICALS = '⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙'

/** One spelling for one value: radicals become the characters they look like, white space beside Chinese is dropped. */
export function clean(text: string): string {
  return text
    .replace(/[⺀-⿕]/g, (radical) => (RADICALS.split(radical)[1] || radical.normalize('NFKC'))[0] || radical)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ (?=[⺀-鿿])|([⺀-鿿]) /g, '$1')
}
