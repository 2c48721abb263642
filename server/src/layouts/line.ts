export interface Point {
  x: number
  y: number
}

/** left-top, right-top, right-bottom, left-bottom as the text is read, in WeChat's order. */
export type Corners = [Point, Point, Point, Point]

/** A character that an engine may have seen; scores are probabilities, 0 to 1. */
export interface Candidate {
  text: string
  score: number
}

/** What a letter or digit looks like: its ink, from 0 to 255, stretched to `SHAPE_WIDTH` × `SHAPE_HEIGHT` and without the face's slant. */
export interface Shape {
  ink: Uint8Array
  /** Its width as a part of its height, as printed. */
  proportion: number
}
export const SHAPE_WIDTH = 16
export const SHAPE_HEIGHT = 24

export interface Character extends Candidate {
  /** Where its middle stands along the line: 0 is the line's left end, 1 its right one; it may go on beyond. */
  at: number
  /** What else it may be, the likeliest first. */
  others: Candidate[]
  /** Of letters and digits, if the picture was asked for them. */
  shape?: Shape
  /** What it is read as when it is cut out of its line, if it is a digit that may be a letter. */
  alone?: Candidate[]
}

/** One line of text as an engine read it. Corners are pixels of the upright picture; score is 0 to 1. */
export interface Line {
  text: string
  score: number
  corners: Corners
  characters: Character[]
}
