import type { Picture } from './picture'
import type { Rectangle } from './rectangle'
import { corners } from './rectangle'

/** The height of the strips that the models read. */
export const STRIP_HEIGHT = 48

/** One line of text, level and 48 pixels high: planes of blue, green and red. */
export interface Strip {
  bgr: Uint8Array
  width: number
  /** How much of the text's lean to the right was taken from it. */
  slant: number
}

/** The recogniser halves a strip's width three times: of a narrower one it would have nothing left. */
const LEAST_WIDTH = 8

/** The width that keeps the text's proportions. */
export function naturalWidth(box: Rectangle): number {
  return Math.max(LEAST_WIDTH, Math.round((STRIP_HEIGHT * box.width) / box.height))
}

export interface Cropping {
  /** Of the strip; the text's natural width by default. */
  width?: number
  /** How far letters lean to the right, as a part of their height: the strip has them upright. */
  slant?: number
}

/** Cuts the text out, level. Bilinear; outside the picture its border goes on. */
export function crop({ rgb, ...size }: Picture, box: Rectangle, cropping: Cropping = {}): Strip {
  const { width = naturalWidth(box), slant = 0 } = cropping
  const [leftTop, rightTop, , leftBottom] = corners(box)
  const across = { x: (rightTop.x - leftTop.x) / width, y: (rightTop.y - leftTop.y) / width }
  const down = { x: (leftBottom.x - leftTop.x) / STRIP_HEIGHT, y: (leftBottom.y - leftTop.y) / STRIP_HEIGHT }
  const [right, bottom, plane] = [size.width - 1, size.height - 1, STRIP_HEIGHT * width]
  const bgr = new Uint8Array(3 * plane)
  for (let row = 0, into = 0; row < STRIP_HEIGHT; row++) {
    const along = 0.5 + slant * (STRIP_HEIGHT / 2 - row)
    const x = leftTop.x + along * across.x + (row + 0.5) * down.x - 0.5
    const y = leftTop.y + along * across.y + (row + 0.5) * down.y - 0.5
    for (let column = 0; column < width; column++, into++) {
      const pixelX = Math.min(Math.max(x + column * across.x, 0), right)
      const pixelY = Math.min(Math.max(y + column * across.y, 0), bottom)
      const left = Math.floor(pixelX)
      const top = Math.floor(pixelY)
      const fx = pixelX - left
      const fy = pixelY - top
      const at = 3 * (top * size.width + left)
      const toRight = left < right ? 3 : 0
      const below = top < bottom ? at + 3 * size.width : at
      for (let colour = 0; colour < 3; colour++) {
        const upper = mix(rgb[at + colour] ?? 0, rgb[at + toRight + colour] ?? 0, fx)
        const lower = mix(rgb[below + colour] ?? 0, rgb[below + toRight + colour] ?? 0, fx)
        bgr[(2 - colour) * plane + into] = mix(upper, lower, fy) + 0.5
      }
    }
  }
  return { bgr, width, slant }
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

/** As the models take it, from -1 to 1. What a fixed width has beyond the text is grey. */
export function toInput({ bgr, width }: Strip, fixedWidth = width): Float32Array {
  const input = new Float32Array(3 * STRIP_HEIGHT * fixedWidth)
  for (let row = 0, from = 0; row < 3 * STRIP_HEIGHT; row++) {
    const start = row * fixedWidth
    for (let at = start; at < start + width; at++, from++) input[at] = (bgr[from] ?? 0) / 127.5 - 1
  }
  return input
}
