import type { Models } from './models'
import { findBoxes } from './boxes'
import type { Picture } from './picture'
import { resize } from './picture'
import type { Rectangle } from './rectangle'
import { runModel } from './onnx'

/** Of a picture as the network sees it; enough for one card, when the text is all of the picture. */
export const LONG_SIDE = 736
/** The network halves the picture five times. */
const MULTIPLE = 32
/** ImageNet's, in the order in which PP-OCR applies them: to blue, green, red. */
const MEAN = [0.485, 0.456, 0.406]
const DEVIATION = [0.229, 0.224, 0.225]

/** Rectangles around the lines of text, in pixels of the picture, in no particular order. */
export async function detect({ detection }: Models, picture: Picture, longSide = LONG_SIDE): Promise<Rectangle[]> {
  const scale = longSide / Math.max(picture.width, picture.height)
  const small = await resize(picture, toMultiple(picture.width * scale), toMultiple(picture.height * scale))
  const { width, height } = small
  const values = await runModel(detection, toInput(small), height, width)
  const boxes = findBoxes({ values, width, height })
  return boxes.map((box) => stretch(box, picture.width / width, picture.height / height))
}

function toMultiple(side: number): number {
  return Math.max(MULTIPLE, Math.round(side / MULTIPLE) * MULTIPLE)
}

function toInput({ rgb, width, height }: Picture): Float32Array {
  const pixels = width * height
  const input = new Float32Array(3 * pixels)
  MEAN.forEach((mean, channel) => {
    const deviation = DEVIATION[channel] ?? 1
    for (let pixel = 0; pixel < pixels; pixel++) {
      const value = rgb[pixel * 3 + 2 - channel] ?? 0
      input[channel * pixels + pixel] = (value / 255 - mean) / deviation
    }
  })
  return input
}

/** The two scales differ by the rounding to multiples of 32 alone, so the shear is too small to matter. */
function stretch({ x, y, width, height, angle }: Rectangle, across: number, down: number): Rectangle {
  const stretchedAngle = Math.atan2(Math.sin(angle) * down, Math.cos(angle) * across)
  return { x: x * across, y: y * down, width: width * across, height: height * down, angle: stretchedAngle }
}
