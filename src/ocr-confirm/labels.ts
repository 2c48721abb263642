import type { Card } from '../backends/backend'
import type { BankCardFields } from '../cards/bankcard'
import type { IdCardBoth } from '../cards/idcard-sides'
import type { VehicleFields } from '../cards/vehicle'
import type { Table } from '../texts'

interface Labels {
  idcard: Record<keyof IdCardBoth['fields'], string>
  bankcard: Record<keyof BankCardFields, string>
  vehicle: Record<keyof VehicleFields, string>
}

/** What the fields are called, as they are printed. */
export const LABELS: Record<Card, Table<Record<string, string>>> = {
  idcard: {
    name: ['姓名', 'Name'],
    gender: ['性别', 'Sex'],
    nationality: ['民族', 'Ethnicity'],
    birth: ['出生', 'Born'],
    addr: ['住址', 'Address'],
    id: ['公民身份号码', 'ID number'],
    authority: ['签发机关', 'Issued by'],
    validDate: ['有效期限', 'Valid'],
  },
  bankcard: {
    number: ['卡号', 'Card number'],
  },
  vehicle: {
    plateNum: ['号牌号码', 'Plate'],
    vehicleType: ['车辆类型', 'Type'],
    owner: ['所有人', 'Owner'],
    addr: ['住址', 'Address'],
    useCharacter: ['使用性质', 'Use'],
    model: ['品牌型号', 'Model'],
    vin: ['车辆识别代号', 'VIN'],
    engineNum: ['发动机号码', 'Engine'],
    registerDate: ['注册日期', 'Registered'],
    issueDate: ['发证日期', 'Issued'],
    plateNumB: ['副页号牌号码', 'Plate, page 2'],
    record: ['档案编号', 'File number'],
    passengersNum: ['核定载人数', 'Seats'],
    totalQuality: ['总质量', 'Total mass'],
    prepareQuality: ['整备质量', 'Kerb mass'],
    overallSize: ['外廓尺寸', 'Size'],
  },
} satisfies Table<Labels>
