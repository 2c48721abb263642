import type { Random } from '../random'

/**
 * The 56 nationalities as a card prints them (GB/T 3304), the more numerous first. The shares are not the census's:
 * there, a hundred cards would hardly show a dozen of them.
 */
const SHARES: readonly [share: number, nationalities: string][] = [
  [340, '汉'],
  [8, '壮 维吾尔 回 苗 满 彝 土家 藏 蒙古'],
  [4, '侗 布依 瑶 白 朝鲜 哈尼 黎 哈萨克 傣'],
  [
    1,
    '东乡 傈僳 畲 仡佬 拉祜 水 佤 纳西 羌 土 仫佬 锡伯 柯尔克孜 景颇 达斡尔 撒拉 布朗 毛南 塔吉克 普米 阿昌 怒 ' +
      '鄂温克 京 基诺 德昂 保安 俄罗斯 裕固 乌孜别克 门巴 鄂伦春 独龙 赫哲 高山 珞巴 塔塔尔',
  ],
]

export const NATIONALITIES: readonly string[] = SHARES.flatMap(([, nationalities]) => nationalities.split(' '))

const TICKETS = SHARES.flatMap(([share, nationalities]) =>
  nationalities.split(' ').flatMap((nationality) => new Array<string>(share).fill(nationality)),
)

export function pickNationality(random: Random): string {
  return random.pick(TICKETS)
}
