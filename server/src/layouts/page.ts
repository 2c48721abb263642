import type { Line } from './line'

/** What an engine read in a picture: its lines in any order, and its size in pixels, upright. */
export interface Page {
  lines: Line[]
  width: number
  height: number
}
