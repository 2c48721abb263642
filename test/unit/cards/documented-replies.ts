/** Samples from WeChat's documents, character for character. Documented, never recorded: nobody here has seen a live reply. */

/** 微信 OCR 识别, section 2.2, 返回参数样例. */
export const IDCARD_BACK = { errcode: 0, errmsg: 'ok', type: 'Back', valid_date: '20070105-20270105' }
export const IDCARD_FRONT = { errcode: 0, errmsg: 'ok', type: 'Frond', name: 'xxx', id: 'xxxxxxxxxx' }

/** 微信 OCR 识别, section 3.2. */
export const BANKCARD = { errcode: 0, errmsg: 'ok', number: '000000000000000' }

/** 微信 OCR 识别, section 4.2. */
export const DRIVING = {
  errcode: 0,
  errmsg: 'ok',
  plate_num: '粤xxxxx',
  vehicle_type: '小型普通客⻋',
  owner: '东莞市xxxxx机械厂',
  addr: '广东省东莞市xxxxx号',
  use_character: '非营运',
  model: '江淮牌HFCxxxxxxx',
  vin: 'LJ166xxxxxxxx51',
  engine_num: 'J3xxxxx3',
  register_date: '2018-07-06',
  issue_date: '2018-07-01',
  plate_num_b: '粤xxxxx',
  record: '441xxxxxx3',
  passengers_num: '7人',
  total_quality: '2700kg',
  prepare_quality: '1995kg',
}

/** ocr.vehicleLicense, 返回数据示例: no plate_num, and the type misspelled. */
export const VEHICLE_LICENSE = {
  vhicle_type: '小型普通客⻋',
  owner: '东莞市 xxxxx 机械厂',
  addr: '广东省东莞市 xxxxx 号',
  use_character: '非营运',
  model: '江淮牌HFCxxxxxxx',
  vin: 'LJ166xxxxxxxx51',
  engine_num: 'J3xxxxx3',
  register_date: '2018-07-06',
  issue_date: '2018-07-01',
  plate_num_b: '粤xxxxx',
  record: '441xxxxxx3',
  passengers_num: '7人',
  total_quality: '2700kg',
  prepare_quality: '1995kg',
}
