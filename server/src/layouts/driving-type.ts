import { partLike, readWord, speltAs, wordIn } from './driving-words'
import { likeliestOf } from './likeliest'
import type { Glyph } from './rows'
import { textOf } from './rows'
import { valueOf, type Value } from './value'

const MOTORCYCLE = /(?:普通|轻便)?(?:二|正三|侧三)轮(?:载[客货])?摩托车/u
/** What a type of vehicle looks like, however it was read. */
export const VEHICLE_TYPE = new RegExp(`[重中轻微大小]型\\p{Script=Han}{1,10}车|${MOTORCYCLE.source}`, 'u')
/** Source: GA 802; 重型半挂牵引车, 小型轿车, 普通二轮摩托车. */
const WHOLE_TYPE = new RegExp(`型\\p{Script=Han}{0,9}[轿客货校挂引业输包箱]车|${MOTORCYCLE.source}`, 'u')
/** Those without a size. */
const OTHER_TYPE = /^(?:三轮汽车|低速|轮式|[无有]轨电车)/
const SIZE = /^[重中轻微大小]型/
/** What most types have behind their size. Source: GA 802. */
const BODIES = [
  '轿车 面包车 普通客车 双层客车 卧铺客车 铰接客车 越野客车 专用客车 专用校车',
  '普通货车 厢式货车 封闭货车 罐式货车 平板货车 自卸货车 仓栅式货车 多用途货车 特殊结构货车 集装箱车 车辆运输车',
  '半挂牵引车 全挂牵引车 普通半挂车 厢式半挂车 罐式半挂车 平板半挂车 仓栅式半挂车 自卸半挂车',
  '载货专项作业车 非载货专项作业车',
].flatMap((line) => line.split(' '))

/** 小型轿车, 普通二轮摩托车: other words than the standard's were cut off. */
export function readType(glyphs: Glyph[]): Value {
  const value = readWord(VEHICLE_TYPE, withBody(wordIn(glyphs)))
  return { ...value, isChecked: WHOLE_TYPE.test(value.text) || OTHER_TYPE.test(value.text) }
}

/** With a body that the standard has: as it was read, or else the likeliest, if the recogniser took each of its characters for a candidate. */
function withBody(word: Glyph[]): Glyph[] {
  const size = partLike(SIZE, word)
  const body = word.slice(size.length)
  if (size.length === 0 || BODIES.some((known) => textOf(body).startsWith(known))) return word
  const likeliest = likeliestOf(BODIES, (known) => valueOf(speltAs(known, body)).score)
  return likeliest === undefined ? word : [...size, ...speltAs(likeliest, body)]
}
