import type { Rectangle } from '../../../server/src/engines/embedded/rectangle'
import {
  boundingRectangle,
  convexHull,
  corners,
  minAreaRectangle,
} from '../../../server/src/engines/embedded/rectangle'

const degrees = (angle: number) => (angle * Math.PI) / 180

function expectNear(actual: Rectangle, expected: Rectangle) {
  for (const key of ['x', 'y', 'width', 'height', 'angle'] as const) expect(actual[key]).toBeCloseTo(expected[key], 6)
}

describe('the rectangle of least area', () => {
  test.each([-40, -8, 0, 3, 30])('around a rectangle at %i° is that rectangle', (angle) => {
    const rectangle = { x: 100, y: 50, width: 80, height: 20, angle: degrees(angle) }
    const inside = [
      { x: 100, y: 50 },
      { x: 103, y: 51 },
    ]
    expectNear(minAreaRectangle([...corners(rectangle), ...inside]), rectangle)
  })

  test('around text that runs down the picture is higher than wide', () => {
    const upright = minAreaRectangle(corners({ x: 0, y: 0, width: 80, height: 20, angle: degrees(95) }))
    expectNear(upright, { x: 0, y: 0, width: 20, height: 80, angle: degrees(5) })
  })

  test('around a few points in a row has no height', () => {
    const row = [0, 1, 2, 3].map((x) => ({ x, y: 7 }))
    expectNear(minAreaRectangle(row), { x: 1.5, y: 7, width: 3, height: 0, angle: 0 })
  })

  test('around one point is that point', () => {
    expectNear(minAreaRectangle([{ x: 4, y: 5 }]), { x: 4, y: 5, width: 0, height: 0, angle: 0 })
  })
})

test('the convex hull leaves out what is inside and on an edge', () => {
  const square = [0, 2].flatMap((x) => [0, 2].map((y) => ({ x, y })))
  const hull = convexHull([...square, { x: 1, y: 1 }, { x: 1, y: 0 }, { x: 1.9, y: 0.1 }])
  expect(hull).toHaveLength(4)
  expect(hull).toEqual(expect.arrayContaining(square))
})

test('corners go clockwise from the left top', () => {
  expect(corners({ x: 10, y: 20, width: 8, height: 4, angle: 0 })).toEqual([
    { x: 6, y: 18 },
    { x: 14, y: 18 },
    { x: 14, y: 22 },
    { x: 6, y: 22 },
  ])
})

test('a bounding rectangle keeps its angle', () => {
  const tilted = { x: 5, y: 5, width: 10, height: 4, angle: degrees(20) }
  expectNear(boundingRectangle(corners(tilted), tilted.angle), tilted)
})
