/**
 * Where a card prints what, in millimetres from its top left corner; a `y` is the middle of a line of text.
 * Two layouts, because those published differ: `template` is that of the template in airob0t/idcardgenerator,
 * `measured` was taken from pictures of specimen cards.
 */
export interface Point {
  x: number
  y: number
}

export interface Layout {
  front: {
    labelX: number
    name: Point
    gender: Point
    nationalityLabel: Point
    nationality: Point
    birth: {
      y: number
      year: number
      yearLabel: number
      month: number
      monthLabel: number
      day: number
      dayLabel: number
    }
    addr: Point & { pitch: number; charactersALine: number }
    id: Point & { pitch: number }
    portrait: Point & { width: number; height: number }
  }
  back: {
    emblem: Point
    country: { y: number; left: number; right: number }
    title: { y: number; left: number; right: number }
    labelX: number
    authority: Point
    validity: Point
  }
}

/** In millimetres. */
export interface Size {
  width: number
  height: number
  cornerRadius: number
}

/** GA 448-2013; the corner's radius is ISO/IEC 7810's. */
export const CARD: Size = { width: 85.6, height: 54, cornerRadius: 3.18 }

const template: Layout = {
  front: {
    labelX: 6.7,
    name: { x: 15.7, y: 10.8 },
    gender: { x: 15.7, y: 17.4 },
    nationalityLabel: { x: 25.6, y: 17.4 },
    nationality: { x: 33.9, y: 17.4 },
    birth: { y: 23.7, year: 15.7, yearLabel: 25.4, month: 30.3, monthLabel: 35.2, day: 39.4, dayLabel: 44.3 },
    addr: { x: 15.7, y: 30.1, pitch: 4.5, charactersALine: 11 },
    id: { x: 30.3, y: 46.5, pitch: 2.6 },
    portrait: { x: 55.3, y: 9.1, width: 22.7, height: 30.5 },
  },
  back: {
    emblem: { x: 13, y: 14.3 },
    country: { y: 8.9, left: 29, right: 74 },
    title: { y: 19.2, left: 26, right: 78 },
    labelX: 20.1,
    authority: { x: 34.9, y: 39.9 },
    validity: { x: 34.9, y: 46.5 },
  },
}

const measured: Layout = {
  front: {
    labelX: 5.3,
    name: { x: 17.5, y: 8.2 },
    gender: { x: 17.2, y: 15.8 },
    nationalityLabel: { x: 25.9, y: 15.8 },
    nationality: { x: 35.2, y: 15.8 },
    birth: { y: 22.5, year: 17.0, yearLabel: 25.9, month: 29.4, monthLabel: 34.4, day: 38.9, dayLabel: 43.5 },
    addr: { x: 16.6, y: 29.8, pitch: 4.7, charactersALine: 11 },
    id: { x: 29.3, y: 47.4, pitch: 2.6 },
    portrait: { x: 54.1, y: 6.6, width: 26.2, height: 33.8 },
  },
  back: {
    emblem: { x: 13, y: 14.3 },
    country: { y: 8.9, left: 29, right: 74 },
    title: { y: 19.2, left: 26, right: 78 },
    labelX: 21.2,
    authority: { x: 36.2, y: 40.6 },
    validity: { x: 36.2, y: 47.6 },
  },
}

export const LAYOUTS = { template, measured }
