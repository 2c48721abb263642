import { crop, naturalWidth, STRIP_HEIGHT, toInput } from '../../../server/src/engines/embedded/crop'
import type { Strip } from '../../../server/src/engines/embedded/crop'
import { turnBox } from '../../../server/src/engines/embedded/orient'
import type { Picture } from '../../../server/src/engines/embedded/picture'
import type { Rectangle } from '../../../server/src/engines/embedded/rectangle'

/** Black but for the pixels that lie in the box, which are pure red. */
function redBox(width: number, height: number, box: Rectangle): Picture {
  const rgb = new Uint8Array(width * height * 3)
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x + 0.5 - box.x, y + 0.5 - box.y]
      const inside = Math.abs(dx * cos + dy * sin) < box.width / 2 && Math.abs(dy * cos - dx * sin) < box.height / 2
      if (inside) rgb[(y * width + x) * 3] = 255
    }
  }
  return { rgb, width, height }
}

/** The mean of each plane, in the order blue, green, red. */
function means({ bgr, width }: Strip): number[] {
  const plane = STRIP_HEIGHT * width
  return [0, 1, 2].map((index) => bgr.subarray(index * plane, (index + 1) * plane).reduce((a, b) => a + b, 0) / plane)
}

test('a strip keeps the proportions of its text', () => {
  expect(naturalWidth({ x: 0, y: 0, width: 300, height: 60, angle: 0 })).toBe(240)
  expect(naturalWidth({ x: 0, y: 0, width: 0, height: 60, angle: 0 })).toBe(8)
})

test.each([-0.5, 0, 0.2])('a box at %d radians comes out level: nothing but its own colour', (angle) => {
  const box = { x: 200, y: 150, width: 200, height: 50, angle }
  const picture = redBox(400, 300, box)
  const strip = crop(picture, { ...box, width: 196, height: 46 })
  expect(strip.width).toBe(205)
  expect(strip.bgr).toHaveLength(3 * STRIP_HEIGHT * strip.width)
  const [blue, green, red] = means(strip)
  expect([blue, green]).toEqual([0, 0])
  expect(red).toBeGreaterThan(0.99 * 255)
})

test('the models get it from -1 to 1; what a fixed width has beyond the text is grey', () => {
  const box = { x: 24, y: 24, width: 48, height: 48, angle: 0 }
  const input = toInput(crop(redBox(48, 48, box), box), 192)
  expect(input).toHaveLength(3 * STRIP_HEIGHT * 192)
  for (const [plane, value] of [-1, -1, 1].entries()) {
    const lastRow = input.subarray((plane * STRIP_HEIGHT + 47) * 192, (plane + 1) * STRIP_HEIGHT * 192)
    expect([...lastRow]).toEqual([...Array(48).fill(value), ...Array(144).fill(0)])
  }
})

test('a box that reaches beyond the picture goes on with the border', () => {
  const box = { x: 10, y: 10, width: 60, height: 40, angle: 0 }
  const [, , red] = means(crop(redBox(20, 20, box), box))
  expect(red).toBe(255)
})

describe('a box in a picture that was turned', () => {
  const picture: Picture = { rgb: new Uint8Array(), width: 400, height: 300 }
  const box = { x: 50, y: 40, width: 20, height: 60, angle: 0.1 }

  test('by 90° lies across where it stood upright', () => {
    expect(turnBox(box, picture, 90)).toEqual({ x: 260, y: 50, width: 60, height: 20, angle: 0.1 })
  })

  test('by 180° is opposite', () => {
    expect(turnBox(box, picture, 180)).toEqual({ x: 350, y: 260, width: 20, height: 60, angle: 0.1 })
  })
})
