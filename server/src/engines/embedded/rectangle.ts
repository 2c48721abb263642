import type { Corners, Point } from '../../layouts/line'

/** A rectangle around text. `angle` is that of its upper side in radians, clockwise, between -π/4 and π/4. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
  angle: number
}

/** The smallest rectangle around the points, of any angle. */
export function minAreaRectangle(points: Point[]): Rectangle {
  const hull = convexHull(points)
  const first = boundingRectangle(hull, 0)
  const area = (rectangle: Rectangle) => rectangle.width * rectangle.height
  return hull
    .map((from, index) => boundingRectangle(hull, edgeAngle(from, hull[(index + 1) % hull.length] ?? from)))
    .reduce((best, candidate) => (area(candidate) < area(best) ? candidate : best), first)
}

/** The smallest rectangle around the points whose upper side has this angle. */
export function boundingRectangle(points: Point[], angle: number): Rectangle {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    const along = x * cos + y * sin
    const down = y * cos - x * sin
    left = Math.min(left, along)
    right = Math.max(right, along)
    top = Math.min(top, down)
    bottom = Math.max(bottom, down)
  }
  const [along, down] = [(left + right) / 2, (top + bottom) / 2]
  return { x: along * cos - down * sin, y: along * sin + down * cos, width: right - left, height: bottom - top, angle }
}

/** Counter-clockwise from the left-most point (Andrew's monotone chain). */
export function convexHull(points: Point[]): Point[] {
  if (points.length < 2) return points
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const lower = halfHull(sorted)
  const upper = halfHull(sorted.reverse())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

/** Moves every side outwards by this distance. */
export function grow(rectangle: Rectangle, distance: number): Rectangle {
  return { ...rectangle, width: rectangle.width + 2 * distance, height: rectangle.height + 2 * distance }
}

export function corners({ x, y, width, height, angle }: Rectangle): Corners {
  const along = { x: (Math.cos(angle) * width) / 2, y: (Math.sin(angle) * width) / 2 }
  const down = { x: (-Math.sin(angle) * height) / 2, y: (Math.cos(angle) * height) / 2 }
  return [
    { x: x - along.x - down.x, y: y - along.y - down.y },
    { x: x + along.x - down.x, y: y + along.y - down.y },
    { x: x + along.x + down.x, y: y + along.y + down.y },
    { x: x - along.x + down.x, y: y - along.y + down.y },
  ]
}

function halfHull(sorted: Point[]): Point[] {
  const hull: Point[] = []
  for (const point of sorted) {
    while (hull.length > 1 && !turnsLeft(hull[hull.length - 2], hull[hull.length - 1], point)) hull.pop()
    hull.push(point)
  }
  return hull
}

function turnsLeft(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  if (!a || !b) return true
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0
}

/** The angle of an edge or of its perpendicular, whichever is nearer to level: a rectangle has both. */
function edgeAngle(from: Point, to: Point): number {
  const quarter = Math.PI / 2
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  return angle - Math.round(angle / quarter) * quarter
}

/** Whether the other one's middle is in it. */
export function isWithin(group: Rectangle, { x, y }: Rectangle): boolean {
  const [dx, dy] = [x - group.x, y - group.y]
  const [cos, sin] = [Math.cos(group.angle), Math.sin(group.angle)]
  return Math.abs(dx * cos + dy * sin) < group.width / 2 && Math.abs(dy * cos - dx * sin) < group.height / 2
}

/** Moved on in its own direction. */
export function along(box: Rectangle, distance: number): Rectangle {
  return { ...box, x: box.x + Math.cos(box.angle) * distance, y: box.y + Math.sin(box.angle) * distance }
}
