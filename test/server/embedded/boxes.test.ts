import { findBoxes, mergeTouching, unclip } from '../../../server/src/engines/embedded/boxes'
import type { Rectangle } from '../../../server/src/engines/embedded/rectangle'

const box = (x: number, y: number, width: number, height: number, angle = 0): Rectangle => ({
  x,
  y,
  width,
  height,
  angle,
})

/** A map of 100 × 60 pixels, empty but for these level rectangles. */
function mapOf(patches: { left: number; top: number; width: number; height: number; probability: number }[]) {
  const [width, height] = [100, 60]
  const values = new Float32Array(width * height)
  for (const patch of patches) {
    for (let y = patch.top; y < patch.top + patch.height; y++) {
      values.fill(patch.probability, y * width + patch.left, y * width + patch.left + patch.width)
    }
  }
  return { values, width, height }
}

describe('unclip', () => {
  test('moves each side outwards by area × 1.6 / perimeter', () => {
    expect(unclip(box(50, 50, 40, 10))).toEqual(box(50, 50, 40 + 2 * 6.4, 10 + 2 * 6.4))
  })

  test('keeps centre and angle', () => {
    expect(unclip(box(9, 8, 20, 20, 0.1))).toMatchObject({ x: 9, y: 8, angle: 0.1 })
  })
})

describe('boxes on one row', () => {
  test('that touch become one', () => {
    expect(mergeTouching([box(20, 10, 40, 10), box(55, 11, 31, 10)])).toEqual([box(35.25, 10.5, 70.5, 11)])
  })

  test('with a gap stay apart', () => {
    expect(mergeTouching([box(20, 10, 40, 10), box(55, 10, 29, 10)])).toHaveLength(2)
  })

  test('that touch from row to row stay apart', () => {
    expect(mergeTouching([box(20, 10, 40, 10), box(20, 18, 40, 10)])).toHaveLength(2)
  })

  test('are merged along their tilt', () => {
    const angle = 0.15
    const [dx, dy] = [35 * Math.cos(angle), 35 * Math.sin(angle)]
    const [merged, ...others] = mergeTouching([box(30, 30, 40, 10, angle), box(30 + dx, 30 + dy, 31, 10, angle)])
    expect(others).toEqual([])
    expect(merged?.width).toBeCloseTo(70.5)
    expect(merged?.height).toBeCloseTo(10)
  })

  test('join a third time: three pieces make one line', () => {
    expect(mergeTouching([box(70, 10, 30, 10), box(20, 10, 40, 10), box(48, 10, 20, 10)])).toHaveLength(1)
  })
})

describe('a probability map', () => {
  test('yields a box around each patch of text', () => {
    const boxes = findBoxes(
      mapOf([
        { left: 10, top: 10, width: 41, height: 11, probability: 0.9 },
        { left: 20, top: 40, width: 21, height: 9, probability: 0.8 },
      ]),
    )
    expect(boxes).toHaveLength(2)
    expect(boxes[0]).toMatchObject({ x: 30.5, y: 15.5, angle: 0 })
    expect(boxes[0]?.width).toBeCloseTo(40 + 2 * 6.4)
    expect(boxes[0]?.height).toBeCloseTo(10 + 2 * 6.4)
  })

  test('yields no box around a stroke, nor around one that a line goes on in', () => {
    const line = { left: 5, top: 20, width: 45, height: 9, probability: 0.9 }
    const stroke = { left: 50, top: 28, width: 45, height: 1, probability: 0.9 }
    expect(findBoxes(mapOf([line]))).toHaveLength(1)
    expect(findBoxes(mapOf([stroke]))).toEqual([])
    expect(findBoxes(mapOf([line, stroke])).filter(({ height }) => height < 3)).toEqual([])
  })

  test('yields one box around what touches at corners alone', () => {
    const steps = Array.from({ length: 10 }, (_, step) => ({
      left: 10 + 8 * step,
      top: 10 + 4 * step,
      width: 8,
      height: 4,
    }))
    const boxes = findBoxes(mapOf(steps.map((step) => ({ ...step, probability: 0.9 }))))
    expect(boxes).toHaveLength(1)
    expect(boxes[0]?.x).toBeCloseTo(50)
    expect(boxes[0]?.y).toBeCloseTo(30)
  })

  test('yields one box around two arms that meet further down', () => {
    const arms = [
      { left: 20, top: 10, width: 20, height: 30 },
      { left: 42, top: 10, width: 20, height: 30 },
      { left: 20, top: 40, width: 42, height: 5 },
    ]
    const boxes = findBoxes(mapOf(arms.map((arm) => ({ ...arm, probability: 0.9 }))))
    expect(boxes).toHaveLength(1)
    expect(boxes[0]).toMatchObject({ x: 41, y: 27.5 })
  })

  test('yields two boxes around what a pixel parts', () => {
    const halves = [
      { left: 10, top: 10, width: 30, height: 20 },
      { left: 41, top: 30, width: 30, height: 20 },
    ]
    expect(findBoxes(mapOf(halves.map((half) => ({ ...half, probability: 0.9 }))))).toHaveLength(2)
  })

  test('yields two boxes around a label and a value that touch on a step', () => {
    const [label, value] = findBoxes(
      mapOf([
        { left: 4, top: 20, width: 40, height: 5, probability: 0.7 },
        { left: 44, top: 25, width: 50, height: 7, probability: 0.7 },
      ]),
    ).sort((a, b) => a.x - b.x)
    expect(label).toMatchObject({ x: expect.closeTo(24, 0), y: expect.closeTo(22.5) })
    expect(value).toMatchObject({ x: expect.closeTo(69, 0), y: expect.closeTo(28.5) })
  })

  test('yields nothing for a line and the stroke of a stamp that it touches', () => {
    const stroke = [0, 1, 2, 3, 4, 5].map((step) => ({ left: 80 + step, top: 24 + 2 * step, width: 4, height: 2 }))
    const patches = [{ left: 4, top: 20, width: 76, height: 4 }, ...stroke]
    expect(findBoxes(mapOf(patches.map((patch) => ({ ...patch, probability: 0.7 }))))).toEqual([])
  })

  test('yields nothing for what is faint, unlikely or tiny', () => {
    const boxes = findBoxes(
      mapOf([
        { left: 10, top: 10, width: 40, height: 10, probability: 0.29 },
        { left: 10, top: 30, width: 40, height: 10, probability: 0.45 },
        { left: 70, top: 30, width: 20, height: 3, probability: 0.9 },
      ]),
    )
    expect(boxes).toEqual([])
  })
})
