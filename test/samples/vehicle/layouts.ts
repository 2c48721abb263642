import type { VehicleStyle } from './style'

type Layout = Pick<VehicleStyle, 'main' | 'second'>

/** Measured on the picture in 934303488/VehicleLicenseBuild. */
const measured: Layout = {
  main: {
    title: { y: 5.3, size: 4.3 },
    english: { y: 9, size: 2.1 },
    plate: { x: 15, y: 13.6 },
    type: { x: 51, y: 13.6 },
    owner: { x: 15, y: 20.2 },
    addr: { x: 15, y: 26.9 },
    use: { x: 15.8, y: 33.5 },
    model: { x: 45.8, y: 33.5 },
    vin: { x: 40.5, y: 41.4 },
    engine: { x: 39.1, y: 47.6 },
    registered: { x: 37.2, y: 55.3 },
    issued: { x: 68.4, y: 55.3 },
    captionOffset: 12.6,
    size: 3.5,
    seal: { x: 3, y: 38.3, side: 19 },
  },
  second: {
    plate: { x: 16, y: 5.1 },
    record: { x: 66, y: 5.1 },
    passengers: { x: 19, y: 12.5 },
    total: { x: 66, y: 12.5 },
    kerb: { x: 19, y: 19.4 },
    load: { x: 66, y: 19.4 },
    size: { x: 16, y: 25.9 },
    towing: { x: 68, y: 25.9 },
    remark: { x: 16, y: 32.9 },
    inspection: { x: 22, y: 43 },
    leftCaption: 13,
    rightCaption: 13,
    dataSize: 3.4,
    barcode: true,
  },
}

/** As specimens on the web have it: lower, wider, smaller data. */
const wide: Layout = {
  main: {
    title: { y: 4.8, size: 3.9 },
    english: { y: 8.2, size: 1.9 },
    plate: { x: 17, y: 13 },
    type: { x: 55, y: 13 },
    owner: { x: 17, y: 19.4 },
    addr: { x: 17, y: 26 },
    use: { x: 17, y: 32.4 },
    model: { x: 49, y: 32.4 },
    vin: { x: 45, y: 39.4 },
    engine: { x: 45, y: 46.3 },
    registered: { x: 41, y: 54 },
    issued: { x: 70, y: 54 },
    captionOffset: 13.5,
    size: 3.1,
    seal: { x: 5, y: 37.5, side: 18 },
  },
  second: {
    plate: { x: 17, y: 6 },
    record: { x: 62, y: 6 },
    passengers: { x: 21, y: 13 },
    total: { x: 62, y: 13 },
    kerb: { x: 21, y: 20 },
    load: { x: 64, y: 20 },
    size: { x: 18, y: 27 },
    towing: { x: 66, y: 27 },
    remark: { x: 18, y: 34 },
    inspection: { x: 16, y: 45 },
    leftCaption: 14,
    rightCaption: 14,
    dataSize: 3,
    barcode: true,
  },
}

export const VEHICLE_LAYOUTS = { measured, wide }
