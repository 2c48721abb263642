import type { Point } from '../../layouts/line'
import type { Rectangle } from './rectangle'
import { boundingRectangle, corners, grow, minAreaRectangle } from './rectangle'

/** How likely each pixel belongs to text, 0 to 1, row by row. */
export interface ProbabilityMap {
  values: Float32Array
  width: number
  height: number
}

const PIXEL_THRESHOLD = 0.3
const BOX_THRESHOLD = 0.5
const MIN_SIDE = 3
/** The map shows only the core of each line; PP-OCR's measure of how far the text goes beyond it. */
const UNCLIP_RATIO = 1.6
/** Two boxes stand on one row when their centres differ by less than this part of the lower box's height. */
const SAME_ROW = 0.5

/** Rectangles around lines of text, in pixels of the map (differentiable binarization, as PP-OCR post-processes it). */
export function findBoxes(map: ProbabilityMap): Rectangle[] {
  const boxes = outlines(map)
    .map(minAreaRectangle)
    .filter((core) => Math.min(core.width, core.height) >= MIN_SIDE && meanProbability(map, core) >= BOX_THRESHOLD)
    .map(unclip)
  return mergeTouching(boxes)
}

export function unclip(core: Rectangle): Rectangle {
  const area = core.width * core.height
  const perimeter = 2 * (core.width + core.height)
  return grow(core, (area * UNCLIP_RATIO) / perimeter)
}

/** Detection breaks some lines; read apart, the overlap of the pieces would yield the same character twice. */
export function mergeTouching(boxes: Rectangle[]): Rectangle[] {
  const merged: Rectangle[] = []
  for (const box of [...boxes].sort((a, b) => b.width - a.width)) {
    const index = merged.findIndex((other) => touchOnOneRow(other, box))
    const other = merged[index]
    if (!other) merged.push(box)
    else merged[index] = boundingRectangle([...corners(other), ...corners(box)], other.angle)
  }
  return merged.length < boxes.length ? mergeTouching(merged) : merged
}

function touchOnOneRow(a: Rectangle, b: Rectangle): boolean {
  const [cos, sin] = [Math.cos(a.angle), Math.sin(a.angle)]
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const gap = Math.abs(dx * cos + dy * sin) - (a.width + b.width) / 2
  const rise = Math.abs(dy * cos - dx * sin)
  return gap <= 0 && rise < SAME_ROW * Math.min(a.height, b.height)
}

/** For each connected patch of text pixels, the first and last pixel of each of its rows: enough for its hull. */
function outlines({ values, width, height }: ProbabilityMap): Point[][] {
  const seen = new Uint8Array(values.length)
  const isText = (index: number) => seen[index] === 0 && (values[index] ?? 0) > PIXEL_THRESHOLD
  const found: Point[][] = []
  for (let start = 0; start < values.length; start++) {
    if (isText(start)) found.push(rowEnds(patchFrom(start)))
  }
  return found

  function patchFrom(start: number): number[] {
    const patch = [start]
    seen[start] = 1
    for (const index of patch) {
      const [x, y] = [index % width, Math.floor(index / width)]
      for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          const neighbour = ny * width + nx
          if (!isText(neighbour)) continue
          seen[neighbour] = 1
          patch.push(neighbour)
        }
      }
    }
    return patch
  }

  function rowEnds(patch: number[]): Point[] {
    const ends = new Map<number, [first: number, last: number]>()
    for (const index of patch) {
      const [x, y] = [index % width, Math.floor(index / width)]
      const [first, last] = ends.get(y) ?? [x, x]
      ends.set(y, [Math.min(first, x), Math.max(last, x)])
    }
    return [...ends].flatMap(([y, row]) => row.map((x) => ({ x: x + 0.5, y: y + 0.5 })))
  }
}

function meanProbability({ values, width, height }: ProbabilityMap, box: Rectangle): number {
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)]
  const bounds = boundingRectangle(corners(box), 0)
  const [left, right] = [bounds.x - bounds.width / 2, bounds.x + bounds.width / 2]
  const [top, bottom] = [bounds.y - bounds.height / 2, bounds.y + bounds.height / 2]
  let [sum, count] = [0, 0]
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++) {
      const [dx, dy] = [x + 0.5 - box.x, y + 0.5 - box.y]
      if (Math.abs(dx * cos + dy * sin) > box.width / 2 || Math.abs(dy * cos - dx * sin) > box.height / 2) continue
      sum += values[y * width + x] ?? 0
      count++
    }
  }
  return count === 0 ? 0 : sum / count
}
