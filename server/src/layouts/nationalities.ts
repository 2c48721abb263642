import { likeliestOf } from './likeliest'
import { textOf, type Glyph } from './rows'
import { HAN, valueOf, type Value } from './value'

/** The 56 nationalities as cards print them. Source: GB/T 3304-1991. */
const NATIONALITIES = (
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 ' +
  '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 ' +
  '塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
).split(' ')

/**
 * What PP-OCRv4 sees where one of these stands: its dictionary has no 仫, and it knows some others badly. In 180 readings of six typefaces
 * every 仫佬 had 么 or 俬 among the candidates and no 仡佬 had, every 仡佬 that was not passed over had 亿 or 吃.
 */
const SEEN_FOR: Record<string, string> = { 仫: '么俬私', 仡: '亿吃', 畲: '鑫', 壮: '并', 土: 'H±' }
const ALL_SEEN = Object.values(SEEN_FOR).join('')
/** How sure one of its own candidates is where what was read is no nationality: of a hundred all but one were right. */
const ONLY_POSSIBLE = 0.8

/** The nationality that was printed; what is none, as it was read, leaves a doubt. */
export function readNationality(glyphs: Glyph[]): Value {
  const { score } = valueOf(glyphs)
  const text = textOf(glyphs).normalize('NFKC')
  if (NATIONALITIES.includes(text)) return { text, score }
  const seen = seenIn(glyphs)
  if (seen) return { text: seen, score: Math.max(score, ONLY_POSSIBLE) }
  const nearest = nearestTo(text)
  return { text: nearest.replace(/[^\p{Script=Han}]/gu, ''), score, isChecked: NATIONALITIES.includes(nearest) }
}

/** One that the recogniser also saw. */
function seenIn(glyphs: Glyph[]): string | undefined {
  const characters = glyphs.filter(({ text }) => HAN(text) || ALL_SEEN.includes(text))
  return likeliestOf(NATIONALITIES, (name) => likelihoodOf([...name], characters))
}

function likelihoodOf(name: string[], glyphs: Glyph[]): number {
  const [glyph] = glyphs
  if (glyph && glyphs.length === 1 && name.length === 2) return likelihoodInOne(name, glyph)
  if (glyphs.length !== name.length) return 0
  return glyphs.reduce((product, glyph, index) => product * shareOf(name[index] ?? '', glyph), 1)
}

/** Two characters that it hardly knows are taken for one, and both are among its candidates. */
function likelihoodInOne(name: string[], glyph: Glyph): number {
  const shares = name.map((character) => shareOf(character, glyph))
  return shares.every((share) => share > 0) ? shares.reduce((sum, share) => sum + share, 0) : 0
}

function shareOf(character: string, glyph: Glyph): number {
  const isIt = ({ text }: { text: string }) => text === character || SEEN_FOR[character]?.includes(text)
  return [glyph, ...glyph.others].filter(isIt).reduce((sum, { score }) => sum + score, 0)
}

/** The only one that has most characters in common with the text; or else the text. */
function nearestTo(text: string): string {
  const highest = Math.max(...NATIONALITIES.map((name) => likeness(name, text)))
  const [nearest, ...others] = NATIONALITIES.filter((name) => likeness(name, text) === highest)
  return nearest && others.length === 0 && highest >= 1 ? nearest : text
}

/** Characters in common; among equals, the same length is nearer: misread is commoner than lost. */
function likeness(name: string, text: string): number {
  const shared = [...name].filter((character) => text.includes(character)).length
  return shared + (name.length === text.length ? 0.5 : 0)
}
