/**
 * CJK radicals, and below each the simplified character of the same shape. WeChat's own samples contain `客⻋`
 * (U+2ECB); NFKC repairs the Kangxi radicals (U+2F00–2FD5) but not these (Unicode, CJK Radicals Supplement).
 */
const RADICALS = '⺟⺠⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳'
const CHARACTERS = '母民西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟'

const LOOK_ALIKE_HAN = /[⺟-⿕]/g
const SPACE_BESIDE_HAN = /\s+(?=[⺀-鿿])|([⺀-鿿])\s+/g

/** One spelling for one value: radicals become the characters they look like, white space beside Chinese is dropped. */
export function clean(text: string): string {
  return text
    .replace(LOOK_ALIKE_HAN, (radical) => CHARACTERS[RADICALS.indexOf(radical)] ?? radical.normalize('NFKC'))
    .trim()
    .replace(SPACE_BESIDE_HAN, '$1')
    .replace(/\s+/g, ' ')
}
