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
  const boxes = patchesOf(map).flatMap((patch) => {
    const core = coreOf(patch)
    if (isStroke(core)) return []
    if (isText(core)) return [core]
    const parts = isLine(core, patch) ? inTwo(patch) : []
    return areaOf(parts) < STEPPED * areaOf([core]) && areParallel(parts) && parts.every(isText) ? parts : []
  })
  return mergeTouching(boxes.map(unclip))

  function isText(core: Rectangle): boolean {
    return !isStroke(core) && meanProbability(map, core) >= BOX_THRESHOLD
  }
}

/** Thinner than any line of text: a row of pixels has no height at all. */
function isStroke({ width, height }: Rectangle): boolean {
  return Math.min(width, height) < MIN_SIDE
}

/**
 * A label and its value may stand on a step, and touch: half of the rectangle around both is neither. It becomes one for each, if
 * together they are less than this part of it; of 60 such two, none was more than 0.7.
 */
const STEPPED = 0.75
/** Of a patch: lines of text have fewer, patterns more. */
const MOST_RUNS = 300
/** Both parts are at least as wide. */
const NARROWEST = 4
/** Where they may be parted: so many places at most, this far apart at least. */
const PLACES = 150
const STEP = 2

/** Whether it may be a label and a value, and is no pattern, which would take long. */
function isLine({ width, height }: Rectangle, patch: Run[]): boolean {
  return (width > 5 * height || height > 5 * width) && patch.length <= MOST_RUNS
}

/** The two rectangles that are the least around all that is left and right of one place. */
function inTwo(patch: Run[]): Rectangle[] {
  const [left, right] = [Math.min(...patch.map(({ first }) => first)), Math.max(...patch.map(({ last }) => last))]
  let [least, parts]: [number, Rectangle[]] = [Infinity, []]
  const step = Math.max(STEP, Math.ceil((right - left) / PLACES))
  for (let x = left + NARROWEST; x <= right - NARROWEST; x += step) {
    const before = patch.filter(({ first }) => first < x).map((run) => ({ ...run, last: Math.min(run.last, x - 1) }))
    const behind = patch.filter(({ last }) => last >= x).map((run) => ({ ...run, first: Math.max(run.first, x) }))
    const both = [before, behind].map(coreOf)
    if (areaOf(both) < least) [least, parts] = [areaOf(both), both]
  }
  return parts
}

/** Not a line and a stroke of a stamp. */
function areParallel([one, other]: Rectangle[]): boolean {
  return one !== undefined && other !== undefined && Math.abs(Math.sin(one.angle - other.angle)) < 0.15
}

function areaOf(rectangles: Rectangle[]): number {
  return rectangles.reduce((sum, { width, height }) => sum + width * height, 0)
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

/** Text pixels side by side in one row. */
interface Run {
  y: number
  first: number
  last: number
  /** Runs of the rows above and below that touch it, at a corner too. */
  touching: Run[]
}

/** The connected patches of text pixels. */
function patchesOf(map: ProbabilityMap): Run[][] {
  const seen = new Set<Run>()
  return runsOf(map).flatMap((run) => (seen.has(run) ? [] : [patchFrom(run)]))

  function patchFrom(start: Run): Run[] {
    const patch = [start]
    seen.add(start)
    for (const run of patch) {
      for (const neighbour of run.touching) {
        if (seen.has(neighbour)) continue
        seen.add(neighbour)
        patch.push(neighbour)
      }
    }
    return patch
  }
}

/** Around the ends of its runs: enough for its hull. */
function coreOf(patch: Run[]): Rectangle {
  return minAreaRectangle(patch.flatMap(ends))
}

function ends({ first, last, y }: Run): Point[] {
  return [first, last].map((x) => ({ x: x + 0.5, y: y + 0.5 }))
}

function runsOf(map: ProbabilityMap): Run[] {
  const runs: Run[] = []
  let above: Run[] = []
  for (let y = 0; y < map.height; y++) {
    const row = runsIn(map, y)
    connect(above, row)
    runs.push(...row)
    above = row
  }
  return runs
}

function runsIn({ values, width }: ProbabilityMap, y: number): Run[] {
  const runs: Run[] = []
  const row = values.subarray(y * width, (y + 1) * width)
  let last: Run | undefined
  for (let x = 0; x < width; x++) {
    if ((row[x] ?? 0) <= PIXEL_THRESHOLD) continue
    if (last?.last === x - 1) last.last = x
    else runs.push((last = { y, first: x, last: x, touching: [] }))
  }
  return runs
}

/** Both rows from left to right. */
function connect(above: Run[], below: Run[]): void {
  let next = 0
  for (const run of below) {
    while (isBefore(above[next], run)) next++
    for (const other of above.slice(next)) {
      if (other.first > run.last + 1) break
      other.touching.push(run)
      run.touching.push(other)
    }
  }
}

function isBefore(run: Run | undefined, other: Run): boolean {
  return run !== undefined && run.last < other.first - 1
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
