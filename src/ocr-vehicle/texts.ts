import type { VehicleFields } from '../cards/vehicle'
import type { CardTexts, Table } from '../texts'

export const TEXTS: Table<CardTexts<keyof VehicleFields>> = {
  titles: {
    front: ['行驶证正页', 'Vehicle licence: main page'],
    back: ['行驶证副页', 'Vehicle licence: second page'],
    any: ['行驶证', 'Vehicle licence'],
    both: ['行驶证正页和副页', 'Vehicle licence, both pages'],
  },
  fields: {
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
}
