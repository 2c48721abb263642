import type { Card } from '../backends/backend'
import type { BankCardFields } from '../cards/bankcard'
import type { IdCardBoth } from '../cards/idcard-sides'
import type { VehicleFields } from '../cards/vehicle'

/** The fields of each card. */
export interface Labels extends Record<Card, object> {
  idcard: Record<keyof IdCardBoth['fields'], string>
  bankcard: Record<keyof BankCardFields, string>
  vehicle: Record<keyof VehicleFields, string>
}

/** What the fields are called, as they are printed. */
export const LABELS: Labels = {
  idcard: {
    name: '姓名',
    gender: '性别',
    nationality: '民族',
    birth: '出生',
    addr: '住址',
    id: '公民身份号码',
    authority: '签发机关',
    validDate: '有效期限',
  },
  bankcard: {
    number: '卡号',
  },
  vehicle: {
    plateNum: '号牌号码',
    vehicleType: '车辆类型',
    owner: '所有人',
    addr: '住址',
    useCharacter: '使用性质',
    model: '品牌型号',
    vin: '车辆识别代号',
    engineNum: '发动机号码',
    registerDate: '注册日期',
    issueDate: '发证日期',
    plateNumB: '副页号牌号码',
    record: '档案编号',
    passengersNum: '核定载人数',
    totalQuality: '总质量',
    prepareQuality: '整备质量',
    overallSize: '外廓尺寸',
  },
}
