import type { Models } from './models'
import { findBoxes } from './boxes'
import type { Picture, Region } from './picture'
import { resize } from './picture'
import type { Rectangle } from './rectangle'
import { runModel } from './onnx'

/** The network halves the picture five times. */
const MULTIPLE = 32
/** ImageNet's, in the order in which PP-OCR applies them: to blue, green, red. */
const MEAN = [0.485, 0.456, 0.406]
const DEVIATION = [0.229, 0.224, 0.225]

/**
 * @param longSide of the region as the network sees it
 * @param region where to look
 * @returns rectangles around the lines of text, in pixels of the picture, in no particular order
 */
export async function detect(
  { detection }: Models,
  picture: Picture,
  longSide: number,
  region = wholeOf(picture),
): Promise<Rectangle[]> {
  const scale = longSide / Math.max(region.width, region.height)
  const small = await resize(picture, region, toMultiple(region.width * scale), toMultiple(region.height * scale))
  const { width, height } = small
  const values = await runModel(detection, toInput(small), height, width)
  return findBoxes({ values, width, height })
    .map((box) => stretch(box, region.width / width, region.height / height))
    .map((box) => ({ ...box, x: box.x + region.left, y: box.y + region.top }))
}

function wholeOf({ width, height }: Picture): Region {
  return { left: 0, top: 0, width, height }
}

function toMultiple(side: number): number {
  return Math.max(MULTIPLE, Math.round(side / MULTIPLE) * MULTIPLE)
}

function toInput({ rgb, width, height }: Picture): Float32Array {
  const pixels = width * height
  const input = new Float32Array(3 * pixels)
  MEAN.forEach((mean, channel) => {
    const plane = input.subarray(channel * pixels, (channel + 1) * pixels)
    normalise(rgb, 2 - channel, plane, mean, DEVIATION[channel] ?? 1)
  })
  return input
}

function normalise(rgb: Uint8Array, colour: number, plane: Float32Array, mean: number, deviation: number): void {
  const [factor, offset] = [1 / (255 * deviation), mean / deviation]
  for (let pixel = 0, at = colour; pixel < plane.length; pixel++, at += 3) {
    plane[pixel] = (rgb[at] ?? 0) * factor - offset
  }
}

/** The two scales differ by the rounding to multiples of 32 alone, so the shear is too small to matter. */
function stretch({ x, y, width, height, angle }: Rectangle, across: number, down: number): Rectangle {
  const stretchedAngle = Math.atan2(Math.sin(angle) * down, Math.cos(angle) * across)
  return { x: x * across, y: y * down, width: width * across, height: height * down, angle: stretchedAngle }
}
