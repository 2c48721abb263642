import type { Pen } from '../card/canvas'

/**
 * Strokes in the manner of Farrington 7B, the face of embossed numbers, which no free package has: each digit's lines on
 * a grid 4 wide and 6 high.
 */
const STROKES: Record<string, readonly (readonly [x: number, y: number])[][]> = {
  0: [
    [
      [2, 0],
      [4, 0],
      [4, 6],
      [0, 6],
      [0, 0],
      [2, 0],
    ],
  ],
  1: [
    [
      [0.9, 0.9],
      [2.1, 0],
      [2.1, 6],
    ],
    [
      [0.9, 6],
      [3.3, 6],
    ],
  ],
  2: [
    [
      [0, 0.6],
      [0.4, 0],
      [4, 0],
      [4, 2.9],
      [0, 3.1],
      [0, 6],
      [4, 6],
    ],
  ],
  3: [
    [
      [0, 0],
      [4, 0],
      [4, 6],
      [0, 6],
    ],
    [
      [1.2, 2.9],
      [4, 2.9],
    ],
  ],
  4: [
    [
      [0.4, 0],
      [0, 3.7],
      [4, 3.7],
    ],
    [
      [3, 2],
      [3, 6],
    ],
  ],
  5: [
    [
      [4, 0],
      [0, 0],
      [0, 2.6],
      [4, 2.6],
      [4, 6],
      [0, 6],
    ],
  ],
  6: [
    [
      [1, 0],
      [0, 2.6],
      [0, 6],
      [4, 6],
      [4, 2.6],
      [0, 2.6],
    ],
  ],
  7: [
    [
      [0, 0.8],
      [0, 0],
      [4, 0],
      [4, 1],
      [1.8, 6],
    ],
  ],
  8: [
    [
      [2, 0],
      [3.6, 0],
      [3.6, 2.7],
      [0.4, 2.7],
      [0.4, 0],
      [2, 0],
    ],
    [
      [2, 2.7],
      [4, 2.7],
      [4, 6],
      [0, 6],
      [0, 2.7],
      [2, 2.7],
    ],
  ],
  9: [
    [
      [4, 3.4],
      [0, 3.4],
      [0, 0],
      [4, 0],
      [4, 3.4],
      [3.2, 6],
    ],
  ],
}

/** Prints one digit around `x`, its middle at `y`; `height` in the pen's units. */
export function strokeFarrington(pen: Pen, digit: string, x: number, y: number, height: number): void {
  const unit = height / 6.8
  pen.lineWidth = unit * 0.8
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (const stroke of STROKES[digit] ?? []) {
    const points = stroke.map(([column, row]) => ({ x: x + (column - 2) * unit, y: y + (row - 3) * unit }))
    const [first, ...others] = points
    if (!first) continue
    pen.beginPath()
    pen.moveTo(first.x, first.y)
    others.forEach((point, index) => {
      const next = others[index + 1]
      if (next) pen.arcTo(point.x, point.y, next.x, next.y, unit * 0.8)
      else pen.lineTo(point.x, point.y)
    })
    pen.stroke()
  }
}
