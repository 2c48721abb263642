import type { Line } from '../../layouts/line'
import type { Page } from '../../layouts/page'
import { detect, LONG_SIDE } from './detect'
import type { Models } from './models'
import { isSideways, isUpsideDown, turnBox } from './orient'
import type { Picture, Region } from './picture'
import { decode, turn, withoutColour } from './picture'
import { readStrip } from './read-strip'
import type { Rectangle } from './rectangle'
import { boundingRectangle, corners } from './rectangle'

interface Detected {
  picture: Picture
  boxes: Rectangle[]
}

/** A second look is worth its time where it shows the text this many times larger. */
const WORTHWHILE = 1.25
/** Around the text found, in parts of its longer side: a first look may miss the first or last line. */
const MARGIN = 0.15
/** Of a line, in pixels as the network sees it: smaller text is looked at again, as if it were this high. */
const LEGIBLE = 22
const COMFORTABLE = 30
const LEAST_SIDE = 544
const LONGEST_SIDE = 1216
/** Of a closer look. */
const CLOSER_SIDE = 960
/** How large it takes the picture: the text of two pages is small. */
const CLOSER_PICTURE = 2400
/** No card has as many; more is a page of text, which would keep everybody waiting. */
const MAX_LINES = 80

/** A closer look takes longer: it finds text that was too faint or too small at first, and coloured stamps fade from it. */
export interface Look {
  closer?: boolean
  withoutColour?: boolean
}

/**
 * @param image the bytes of a picture file, its text in any of the four directions, give or take ten degrees
 * @throws ApiError 101002 when it cannot be decoded
 */
export async function readLines(models: Models, image: Uint8Array, look: Look = {}): Promise<Page> {
  const decoded = await decode(image, look.closer ? CLOSER_PICTURE : undefined)
  const { picture, boxes } = await findText(models, look.withoutColour ? withoutColour(decoded) : decoded, look)
  const lines: Line[] = []
  for (const box of boxes.slice(0, MAX_LINES)) {
    const text = await readStrip(models, picture, box, look.closer === true, boxes)
    if (text.text.trim() !== '') lines.push({ ...text, corners: corners(box) })
  }
  return { lines, width: picture.width, height: picture.height }
}

/** Detection is trained on upright text: a first look tells where the text is and which way up, a second finds all of it. */
async function findText(models: Models, picture: Picture, { closer = false }: Look): Promise<Detected> {
  const first = { picture, boxes: await detect(models, picture) }
  if (first.boxes.length === 0) return first
  const upright = await turnUpright(models, first)
  const region = textRegion(upright)
  const enlargement = longSide(upright.picture) / longSide(region)
  const side = sideFor(upright, region, closer)
  if (upright.picture === picture && enlargement < WORTHWHILE && side <= LONG_SIDE) return upright
  return { picture: upright.picture, boxes: await detect(models, upright.picture, region, side) }
}

/**
 * The long side at which the text found is comfortably high: two pages in one picture have smaller text than a card, and a card
 * with large text needs less.
 */
function sideFor({ boxes }: Detected, region: Region, closer: boolean): number {
  const heights = boxes.map(({ height }) => height).sort((a, b) => a - b)
  const height = (heights[Math.floor(heights.length / 2)] ?? Infinity) / longSide(region)
  const usual = closer ? CLOSER_SIDE : LONG_SIDE
  const comfortable = COMFORTABLE / height
  if (height * usual < LEGIBLE) return Math.min(LONGEST_SIDE, comfortable)
  return closer ? usual : Math.min(usual, Math.max(LEAST_SIDE, comfortable))
}

async function turnUpright(models: Models, detected: Detected): Promise<Detected> {
  const level = isSideways(detected.boxes) ? await turnDetected(detected, 90) : detected
  return (await isUpsideDown(models, level.picture, level.boxes)) ? turnDetected(level, 180) : level
}

async function turnDetected({ picture, boxes }: Detected, degrees: 90 | 180): Promise<Detected> {
  return { picture: await turn(picture, degrees), boxes: boxes.map((box) => turnBox(box, picture, degrees)) }
}

/** The part of the picture that holds all boxes, and a margin. */
function textRegion({ picture, boxes }: Detected): Region {
  const bounds = boundingRectangle(boxes.flatMap(corners), 0)
  const margin = longSide(bounds) * MARGIN
  const left = Math.max(0, Math.floor(bounds.x - bounds.width / 2 - margin))
  const top = Math.max(0, Math.floor(bounds.y - bounds.height / 2 - margin))
  const right = Math.min(picture.width, Math.ceil(bounds.x + bounds.width / 2 + margin))
  const bottom = Math.min(picture.height, Math.ceil(bounds.y + bounds.height / 2 + margin))
  return { left, top, width: right - left, height: bottom - top }
}

function longSide({ width, height }: { width: number; height: number }): number {
  return Math.max(width, height)
}
