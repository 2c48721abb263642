import type { Point } from '../card/layouts'

/** Top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point]

/** Nine numbers, row by row, the last of them 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number]

/** The plane's projective map that takes each corner of `from` to that of `to`. */
export function homography(from: Quad, to: Quad): Homography {
  const rows = from.flatMap(({ x, y }, corner) => {
    const target = to[corner] ?? { x: 0, y: 0 }
    return [
      [x, y, 1, 0, 0, 0, -x * target.x, -y * target.x, target.x],
      [0, 0, 0, x, y, 1, -x * target.y, -y * target.y, target.y],
    ]
  })
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solve(rows)
  return [a, b, c, d, e, f, g, h, 1]
}

/** Gauss-Jordan elimination with partial pivoting; each row ends with its right-hand side. */
function solve(rows: number[][]): number[] {
  return rows.reduce((reduced, _row, column) => eliminate(reduced, column), rows).map((row) => at(row, rows.length))
}

/** Leaves `column` in one row only: the one in its own place on the diagonal. */
function eliminate(rows: number[][], column: number): number[][] {
  const open = rows.slice(column).sort((one, other) => Math.abs(at(other, column)) - Math.abs(at(one, column)))
  const [pivot = [], ...below] = open
  const scaled = pivot.map((value) => value / at(pivot, column))
  const withoutColumn = (row: number[]) => row.map((value, position) => value - at(row, column) * at(scaled, position))
  return [...rows.slice(0, column).map(withoutColumn), scaled, ...below.map(withoutColumn)]
}

const at = (row: number[], column: number) => row[column] ?? 0
