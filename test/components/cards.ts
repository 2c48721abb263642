import { BACK_REPLY, FRONT_REPLY } from '../../testing/fake-phone'

export { BACK_REPLY, FRONT_REPLY }

export const BANKCARD_REPLY = { errcode: 0, errmsg: 'ok', number: '6222021234567890128' }

export const MAIN_PAGE_REPLY = {
  errcode: 0,
  errmsg: 'ok',
  plate_num: '粤B12345',
  vehicle_type: '小型轿车',
  owner: '样本',
  addr: '广东省深圳市样本路2号',
  use_character: '非营运',
  model: '样本牌SAMPLE100',
  vin: '11111111111111111',
  engine_num: 'A123456',
  register_date: '2019-05-06',
  issue_date: '2019-05-07',
}

export const SECOND_PAGE_REPLY = {
  errcode: 0,
  errmsg: 'ok',
  plate_num_b: '粤B12345',
  record: '440100123456',
  passengers_num: '5人',
  total_quality: '1995kg',
  prepare_quality: '1495kg',
  overall_size: '4582x1795x1458mm',
}

/** A tag, a reply that it reads without a doubt, and what is to be seen of it. */
export interface CardCase {
  tag: string
  path: string
  title: string
  reply: object
  fields: Record<string, string>
  summary: string
}

export const CARDS: CardCase[] = [
  {
    tag: 'ocr-idcard',
    path: 'idcard',
    title: 'ID card',
    reply: FRONT_REPLY,
    fields: { name: '样本', id: '11010519491231002X' },
    summary: '样* 1****X',
  },
  {
    tag: 'ocr-bankcard',
    path: 'bankcard',
    title: 'Bank card',
    reply: BANKCARD_REPLY,
    fields: { number: '6222021234567890128' },
    summary: '****0128',
  },
  {
    tag: 'ocr-vehicle',
    path: 'driving',
    title: 'Vehicle licence',
    reply: MAIN_PAGE_REPLY,
    fields: { plateNum: '粤B12345', owner: '样本' },
    summary: '样* 粤B****5',
  },
]
