/** The 56 nationalities as cards print them. Source: GB/T 3304-1991. */
const NATIONALITIES = (
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 ' +
  '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 ' +
  '塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
).split(' ')

/**
 * What PP-OCRv4 reads, in any of three typefaces, where one of these stands: its dictionary has no 仫, and it knows some
 * others badly. 佬 and 亿佬 are left out: it reads them for both 仡佬 and 仫佬.
 */
const MISREAD: Record<string, string> = { 么佬: '仫佬', 鑫: '畲', 并: '壮', H: '土', '±': '土' }

/** The nationality that was printed where what was read leaves no doubt; otherwise the text as it was read. */
export function nearestNationality(text: string): string {
  if (NATIONALITIES.includes(text)) return text
  const highest = Math.max(...NATIONALITIES.map((name) => likeness(name, text)))
  const [nearest, ...others] = NATIONALITIES.filter((name) => likeness(name, text) === highest)
  const only = nearest && others.length === 0 && highest >= 1 ? nearest : text
  return MISREAD[text] ?? only
}

/** Characters in common; among equals, the same length is nearer: misread is commoner than lost. */
function likeness(name: string, text: string): number {
  const shared = [...name].filter((character) => text.includes(character)).length
  return shared + (name.length === text.length ? 0.5 : 0)
}
