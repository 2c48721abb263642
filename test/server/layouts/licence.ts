import { layouts } from '../../../server/src/layouts'
import type { Print } from './card'
import { page, tilted } from './card'

export const MAIN: Print[] = [
  { text: '中华人民共和国机动车行驶证', x: 14, y: 5.3, height: 4.3 },
  { text: "Vehicle License of the People's Republic of China", x: 16, y: 9, height: 2 },
  { text: '号牌号码', x: 2.4, y: 12.6, height: 2.4 },
  { text: 'Plate No.', x: 2.4, y: 15.1, height: 1.6 },
  { text: '粤B12345', x: 15, y: 13.6, height: 3.3 },
  { text: '车辆类型', x: 38.4, y: 12.6, height: 2.4 },
  { text: 'Vehicle Type', x: 38.4, y: 15.1, height: 1.6 },
  { text: '小型轿车', x: 51, y: 13.6, height: 3.3 },
  { text: '所有人', x: 2.4, y: 19.2, height: 2.4 },
  { text: 'Owner', x: 2.4, y: 21.7, height: 1.6 },
  { text: '样本机械厂', x: 15, y: 20.2, height: 3.3 },
  { text: '住址', x: 2.4, y: 25.9, height: 2.4 },
  { text: '广东省东莞市样本路1号', x: 15, y: 26.9, height: 3.3 },
  { text: '使用性质', x: 2.4, y: 32.5, height: 2.4 },
  { text: '非营运', x: 15.8, y: 33.5, height: 3.3 },
  { text: '品牌型号', x: 34.7, y: 32.5, height: 2.4 },
  { text: '江淮牌HFC7161', x: 45.8, y: 33.5, height: 3.3 },
  { text: '样本省样', x: 3, y: 41, height: 5 },
  { text: '车辆识别代号', x: 25.3, y: 40.4, height: 2.4 },
  { text: 'LGSRLB5B5LWU72709', x: 40.5, y: 41.4, height: 3.3 },
  { text: '发动机号码', x: 25.1, y: 46.6, height: 2.4 },
  { text: 'J3123453', x: 39.1, y: 47.6, height: 3.3 },
  { text: '注册日期', x: 25.1, y: 54.3, height: 2.4 },
  { text: '2018-07-06', x: 37.2, y: 55.3, height: 3.1 },
  { text: '发证日期', x: 56.3, y: 54.3, height: 2.4 },
  { text: '2018-07-01', x: 68.4, y: 55.3, height: 3.1 },
]
export const MAIN_FIELDS = {
  plate_num: '粤B12345',
  vehicle_type: '小型轿车',
  owner: '样本机械厂',
  addr: '广东省东莞市样本路1号',
  use_character: '非营运',
  model: '江淮牌HFC7161',
  vin: 'LGSRLB5B5LWU72709',
  engine_num: 'J3123453',
  register_date: '2018-07-06',
  issue_date: '2018-07-01',
}
export const SECOND: Print[] = [
  { text: '号牌号码', x: 3, y: 5.1, height: 2.4 },
  { text: '粤B12345', x: 16, y: 5.1, height: 3.2 },
  { text: '档案编号', x: 53, y: 5.1, height: 2.4 },
  { text: '441900123453', x: 66, y: 5.1, height: 3.2 },
  { text: '核定载人数', x: 6, y: 12.5, height: 2.4 },
  { text: '7人', x: 19, y: 12.5, height: 3.2 },
  { text: '总质量', x: 53, y: 12.5, height: 2.4 },
  { text: '2700kg', x: 66, y: 12.5, height: 3.2 },
  { text: '整备质量', x: 6, y: 19.4, height: 2.4 },
  { text: '1995kg', x: 19, y: 19.4, height: 3.2 },
  { text: '核定载质量', x: 53, y: 19.4, height: 2.4 },
  { text: '--', x: 66, y: 19.4, height: 3.2 },
  { text: '外廓尺寸', x: 3, y: 25.9, height: 2.4 },
  { text: '4582×1795×1458mm', x: 16, y: 25.9, height: 3.2 },
  { text: '准牵引总质量', x: 53, y: 25.9, height: 2.4 },
  { text: '--', x: 68, y: 25.9, height: 3.2 },
  { text: '备注', x: 3, y: 32.9, height: 2.4 },
  { text: '检验记录', x: 3, y: 50, height: 2.4 },
  { text: '检验有效期至2027年07月粤B(12)', x: 22, y: 43, height: 3.2 },
]
export const SECOND_FIELDS = {
  plate_num_b: '粤B12345',
  record: '441900123453',
  passengers_num: '7人',
  total_quality: '2700kg',
  prepare_quality: '1995kg',
  overall_size: '4582x1795x1458mm',
}

export const empty = (fields: object) => Object.fromEntries(Object.keys(fields).map((field) => [field, '']))
export const moved = (prints: Print[], dx: number, dy: number) =>
  prints.map((print) => ({ ...print, x: print.x + dx, y: print.y + dy }))
export const read = (prints: Print[], ...transform: Parameters<typeof tilted> | []) =>
  layouts.driving(page(prints, transform[0] === undefined ? undefined : tilted(transform[0])))?.fields

/** The page with other words in some places; `null` takes the words away. */
export const withTexts = (prints: Print[], texts: Record<string, string | null>): Print[] =>
  prints.flatMap((print) => {
    const text = texts[print.text]
    return text === null ? [] : [{ ...print, text: text ?? print.text }]
  })
