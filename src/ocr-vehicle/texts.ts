import type { VehicleFields } from '../cards/vehicle'
import type { CardTexts, Locale } from '../texts'

export const TEXTS: Record<Locale, CardTexts<keyof VehicleFields>> = {
  'zh-CN': {
    titles: { front: '行驶证正页', back: '行驶证副页', any: '行驶证', both: '行驶证正页和副页' },
    fields: {
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
  },
  en: {
    titles: {
      front: 'Vehicle licence: main page',
      back: 'Vehicle licence: second page',
      any: 'Vehicle licence',
      both: 'Vehicle licence, both pages',
    },
    fields: {
      plateNum: 'Plate',
      vehicleType: 'Type',
      owner: 'Owner',
      addr: 'Address',
      useCharacter: 'Use',
      model: 'Model',
      vin: 'VIN',
      engineNum: 'Engine',
      registerDate: 'Registered',
      issueDate: 'Issued',
      plateNumB: 'Plate, page 2',
      record: 'File number',
      passengersNum: 'Seats',
      totalQuality: 'Total mass',
      prepareQuality: 'Kerb mass',
      overallSize: 'Size',
    },
  },
}
