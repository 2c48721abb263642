import { crop, naturalWidth, STRIP_HEIGHT, toInput } from './crop'
import type { Models } from './models'
import type { Picture } from './picture'
import { recognize } from './recognize'
import type { Rectangle } from './rectangle'
import { runModel } from './onnx'

const INPUT_WIDTH = 192
const FEW = 3
const MANY = 9
/** Three strips alone are wrong once in a hundred pictures; a clear vote of three never was. */
const CLEAR_MARGIN = 0.6
/** Of strips that are small and full of grain, nine were wrong below 0.2, four times of 120. */
const FAIR_MARGIN = 0.35
const READ = 5

/** Whether the lines run up or down the picture rather than across. */
export function isSideways(boxes: Rectangle[]): boolean {
  const area = (some: Rectangle[]) => some.reduce((sum, box) => sum + box.width * box.height, 0)
  return 2 * area(boxes.filter((box) => box.height > box.width)) > area(boxes)
}

/** Whether the text, which runs across, stands on its head: the clearest strips vote; where they don't agree, they are read both ways. */
export async function isUpsideDown(models: Models, picture: Picture, boxes: Rectangle[]): Promise<boolean> {
  const clearest = [...boxes].sort((a, b) => b.width * b.height - a.width * a.height)
  const few = await vote(models, picture, clearest.slice(0, FEW))
  if (Math.abs(few) >= CLEAR_MARGIN) return few > 0
  const many = await vote(models, picture, clearest.slice(0, MANY))
  if (Math.abs(many) >= FAIR_MARGIN) return many > 0
  return readsBetterUpsideDown(models, picture, clearest.slice(0, READ))
}

async function readsBetterUpsideDown(models: Models, picture: Picture, boxes: Rectangle[]): Promise<boolean> {
  let sum = 0
  for (const box of boxes) {
    const upright = await recognize(models, crop(picture, box))
    const upsideDown = await recognize(models, crop(picture, { ...box, angle: box.angle + Math.PI }))
    sum += upsideDown.score - upright.score
  }
  return sum > 0
}

/** From -1, surely upright, to 1, surely upside down. */
async function vote(models: Models, picture: Picture, boxes: Rectangle[]): Promise<number> {
  let sum = 0
  for (const box of boxes) sum += await upsideDownness(models, picture, box)
  return boxes.length === 0 ? 0 : sum / boxes.length
}

async function upsideDownness({ direction }: Models, picture: Picture, box: Rectangle): Promise<number> {
  const strip = crop(picture, box, { width: Math.min(INPUT_WIDTH, naturalWidth(box)) })
  const output = await runModel(direction, toInput(strip, INPUT_WIDTH), STRIP_HEIGHT, INPUT_WIDTH)
  const [upright = 0, upsideDown = 0] = output
  return upsideDown - upright
}

/** Where the box of a picture is once that picture was turned clockwise. Text that ran down it then runs across. */
export function turnBox(box: Rectangle, picture: Picture, degrees: 90 | 180): Rectangle {
  const { x, y, width, height } = box
  if (degrees === 180) return { ...box, x: picture.width - x, y: picture.height - y }
  return { ...box, x: picture.height - y, y: x, width: height, height: width }
}
