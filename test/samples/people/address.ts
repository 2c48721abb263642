import type { Random } from '../random'
import type { Place } from './places'

const FIRST = [...'长新东西南北中永和安福兴光文建青红金银玉石柳桃松云龙凤桂梅清明胜民友']
const SECOND = [...'平华安宁丰兴春阳山河湖泉林园桥门康乐庆祥和顺昌盛泽源塘坪岭湾']
const STREETS = ['路', '路', '街', '大街', '大道', '胡同', '巷', '里']
const ESTATES = ['花园', '小区', '新村', '家园', '公寓', '苑']
const TOWNS = ['镇', '镇', '乡', '街道']

/** A made-up address below a real division, one to three lines on a card. */
export function inventAddress(random: Random, place: Place): string {
  const forms = place.prefix.endsWith('区') ? [house, house, flat, estateFlat] : [house, village, village, estateFlat]
  return place.prefix + random.pick(forms)(random)
}

const invented = (random: Random) => random.pick(FIRST) + random.pick(SECOND)

const number = (random: Random, max: number) => String(random.integer(1, max))

function house(random: Random): string {
  return `${invented(random)}${random.pick(STREETS)}${number(random, 420)}号`
}

function flat(random: Random): string {
  return `${house(random)}${number(random, 30)}号楼${number(random, 6)}单元${room(random)}`
}

function estateFlat(random: Random): string {
  return `${house(random)}${invented(random)}${random.pick(ESTATES)}${number(random, 30)}栋${room(random)}`
}

function room(random: Random): string {
  return `${number(random, 18)}0${number(random, 9)}${random.pick(['室', '号'])}`
}

function village(random: Random): string {
  const place = `${invented(random)}${random.pick(TOWNS)}${invented(random)}村`
  return place + (random.chance(0.5) ? `${number(random, 12)}组` : '') + `${number(random, 260)}号`
}
