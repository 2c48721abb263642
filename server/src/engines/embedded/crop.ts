import type { Picture } from './picture'
import type { Rectangle } from './rectangle'
import { corners } from './rectangle'

/** The height of the strips that the models read. */
export const STRIP_HEIGHT = 48

/** One line of text as the models take it: planes of blue, green, red, from -1 to 1, 48 pixels high. */
export interface Strip {
  values: Float32Array
  width: number
  /** How much of the text's lean to the right was taken from it. */
  slant: number
}

/** The width that keeps the text's proportions. */
export function naturalWidth(box: Rectangle): number {
  return Math.max(1, Math.round((STRIP_HEIGHT * box.width) / box.height))
}

export interface Cropping {
  /** Of the text in the strip; its natural width by default. */
  textWidth?: number
  /** Of the strip: what it has beyond the text stays grey. */
  width?: number
  /** How far letters lean to the right, as a part of their height: the strip has them upright. */
  slant?: number
}

/** Cuts the text out, level. */
export function crop(picture: Picture, box: Rectangle, cropping: Cropping = {}): Strip {
  const { textWidth = naturalWidth(box), width = textWidth, slant = 0 } = cropping
  const [leftTop, rightTop, , leftBottom] = corners(box)
  const across = { x: (rightTop.x - leftTop.x) / textWidth, y: (rightTop.y - leftTop.y) / textWidth }
  const down = { x: (leftBottom.x - leftTop.x) / STRIP_HEIGHT, y: (leftBottom.y - leftTop.y) / STRIP_HEIGHT }
  const values = new Float32Array(3 * STRIP_HEIGHT * width)
  for (let row = 0; row < STRIP_HEIGHT; row++) {
    const lean = slant * (STRIP_HEIGHT / 2 - row)
    for (let column = 0; column < textWidth; column++) {
      const along = column + 0.5 + lean
      const x = leftTop.x + along * across.x + (row + 0.5) * down.x - 0.5
      const y = leftTop.y + along * across.y + (row + 0.5) * down.y - 0.5
      sample(picture, x, y, values, row * width + column, STRIP_HEIGHT * width)
    }
  }
  return { values, width, slant }
}

/** Bilinear; outside the picture its border goes on. */
function sample(picture: Picture, x: number, y: number, into: Float32Array, offset: number, plane: number): void {
  const { rgb, width, height } = picture
  const clampedX = Math.min(Math.max(x, 0), width - 1)
  const clampedY = Math.min(Math.max(y, 0), height - 1)
  const left = Math.floor(clampedX)
  const top = Math.floor(clampedY)
  const fx = clampedX - left
  const fy = clampedY - top
  const across = left + 1 < width ? 3 : 0
  const down = top + 1 < height ? 3 * width : 0
  // Blue first.
  for (let channel = 0, at = (top * width + left) * 3 + 2; channel < 3; channel++, at--) {
    const upper = mix(rgb[at] ?? 0, rgb[at + across] ?? 0, fx)
    const lower = mix(rgb[at + down] ?? 0, rgb[at + down + across] ?? 0, fx)
    into[channel * plane + offset] = mix(upper, lower, fy) / 127.5 - 1
  }
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share
}
