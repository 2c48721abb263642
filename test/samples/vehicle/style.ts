import type { Face } from '../card/faces'
import type { Point, Size } from '../card/layouts'
import type { Paper } from '../card/paper'
import type { Lettering } from '../card/text'

/** GA 37's insert; a page of the licence. */
export const PAGE: Size = { width: 88, height: 60, cornerRadius: 1.5 }

/** One way of printing a vehicle licence. Lengths are millimetres; a `y` is the middle of a line. */
export interface VehicleStyle extends Paper {
  captions: { face: Face; latin: Face; colour: string; size: number }
  /** What is printed into the form. */
  data: Omit<Lettering, 'size'> & { tracking: number }
  main: {
    title: { y: number; size: number }
    english: { y: number; size: number }
    plate: Point
    type: Point
    owner: Point
    addr: Point
    use: Point
    model: Point
    vin: Point
    engine: Point
    registered: Point
    issued: Point
    /** How far left of its value a caption begins. */
    captionOffset: number
    size: number
    seal: Point & { side: number }
  }
  second: {
    plate: Point
    record: Point
    passengers: Point
    total: Point
    kerb: Point
    load: Point
    size: Point
    towing: Point
    remark: Point
    inspection: Point
    /** How far left of its value a caption in the left and in the right column begins. */
    leftCaption: number
    rightCaption: number
    dataSize: number
    barcode: boolean
  }
  /** How far the data is printed off its place. */
  offset: Point
  /** A stamp across the text, now and then. */
  stamped: boolean
}
