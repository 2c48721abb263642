export interface Point {
  x: number
  y: number
}

/** left-top, right-top, right-bottom, left-bottom as the text is read, in WeChat's order. */
export type Corners = [Point, Point, Point, Point]

/** One line of text as an engine read it. Corners are pixels of the upright picture; score is 0 to 1. */
export interface Line {
  text: string
  score: number
  corners: Corners
}
