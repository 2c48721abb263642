/** Red, green, blue, a byte each, row by row. */
export interface Picture {
  data: Buffer
  width: number
  height: number
}
