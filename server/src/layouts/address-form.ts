import { textOf, type Glyph } from './rows'

const PROVINCE =
  /(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海)省|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区|(?:北京|天津|上海|重庆)市/u
/** From a province on; a firm's name may begin like it. */
export const ADDRESS_FORM = new RegExp(
  `(?:${PROVINCE.source})(?!.*(?:公司|公安|支队|管理局|政府|委员会|学校|医院)).{6,}`,
  'u',
)

const LONGEST_NAME = 4

/** Nothing stands before an address's province: what does is the background's, or a short name from the line above. */
export function fromProvince(glyphs: Glyph[]): Glyph[] {
  const { index = 0 } = PROVINCE.exec(textOf(glyphs)) ?? {}
  return index <= LONGEST_NAME ? glyphs.slice(index) : glyphs
}
