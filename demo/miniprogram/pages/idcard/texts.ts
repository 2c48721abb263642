const CHINESE = {
  title: '身份证',
  sides: { any: '任一面', front: '人像面', back: '国徽面' },
  privacy: '照片只送到你自己的服务器，识别完即丢弃。',
  fields: '字段',
  values: '解析值',
  checks: '校验',
  passed: '全部通过',
  levels: { warn: '存疑', error: '有误' },
  error: '错误',
  empty: '识别结果显示在这里',
  labels: {
    name: '姓名',
    id: '公民身份号码',
    addr: '住址',
    gender: '性别',
    nationality: '民族',
    validDate: '有效期限',
    birth: '出生日期',
    sex: '性别',
    region: '行政区划',
    from: '起始日期',
    to: '截止日期',
    longTerm: '长期',
    expired: '已过期',
  },
}

export type Texts = typeof CHINESE

const ENGLISH: Texts = {
  title: 'Identity card',
  sides: { any: 'Either side', front: 'Portrait', back: 'Emblem' },
  privacy: 'Photos go to your own server alone and are dropped once read.',
  fields: 'Fields',
  values: 'Values',
  checks: 'Checks',
  passed: 'All passed',
  levels: { warn: 'Doubtful', error: 'Wrong' },
  error: 'Error',
  empty: 'The result will appear here',
  labels: {
    name: 'Name',
    id: 'ID number',
    addr: 'Address',
    gender: 'Gender',
    nationality: 'Ethnicity',
    validDate: 'Valid',
    birth: 'Date of birth',
    sex: 'Sex',
    region: 'Region code',
    from: 'Valid from',
    to: 'Valid to',
    longTerm: 'Long-term',
    expired: 'Expired',
  },
}

export const TEXTS = { 'zh-CN': CHINESE, en: ENGLISH }
