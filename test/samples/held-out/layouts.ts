import { LAYOUTS, type Layout } from '../card/layouts'
import type { VehicleStyle } from '../vehicle/style'

/** As BDCI's gen_card.py places it: 12 characters a line. */
const idcard: Layout = {
  front: {
    labelX: 7.2,
    name: { x: 17.5, y: 11 },
    gender: { x: 17.2, y: 16.9 },
    nationalityLabel: { x: 25.9, y: 16.9 },
    nationality: { x: 36.4, y: 16.9 },
    birth: { y: 23.2, year: 17, yearLabel: 25.9, month: 29.4, monthLabel: 34.4, day: 38.9, dayLabel: 43.5 },
    addr: { x: 16.6, y: 29.3, pitch: 4.2, charactersALine: 12 },
    id: { x: 25.9, y: 47, pitch: 2.55 },
    portrait: { x: 58, y: 8, width: 22, height: 29 },
  },
  back: {
    ...LAYOUTS.template.back,
    labelX: 20.6,
    authority: { x: 33.4, y: 39.8 },
    validity: { x: 33.4, y: 46.3 },
  },
}

const vehicle: Pick<VehicleStyle, 'main' | 'second'> = {
  main: {
    title: { y: 6, size: 4 },
    english: { y: 9.6, size: 2 },
    plate: { x: 16, y: 14.6 },
    type: { x: 53, y: 14.6 },
    owner: { x: 16, y: 21.2 },
    addr: { x: 16, y: 27.8 },
    use: { x: 16, y: 34 },
    model: { x: 47, y: 34 },
    vin: { x: 43, y: 41 },
    engine: { x: 43, y: 47.2 },
    registered: { x: 39, y: 54.4 },
    issued: { x: 69, y: 54.4 },
    captionOffset: 13,
    size: 3.3,
    seal: { x: 4, y: 38, side: 18.5 },
  },
  second: {
    plate: { x: 15, y: 5.6 },
    record: { x: 64, y: 5.6 },
    passengers: { x: 18, y: 12.8 },
    total: { x: 63, y: 12.8 },
    kerb: { x: 16, y: 19.7 },
    load: { x: 65, y: 19.7 },
    size: { x: 17, y: 26.3 },
    towing: { x: 67, y: 26.3 },
    remark: { x: 15, y: 33.4 },
    inspection: { x: 18, y: 44 },
    leftCaption: 13,
    rightCaption: 13,
    dataSize: 3.2,
    barcode: false,
  },
}

export const HELD_OUT_LAYOUTS = { idcard, vehicle }
