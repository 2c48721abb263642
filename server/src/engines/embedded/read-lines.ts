import { setImmediate } from 'node:timers/promises'
import type { Line } from '../../layouts/line'
import type { Page } from '../../layouts/page'
import { naturalWidth } from './crop'
import { detect } from './detect'
import type { Models } from './models'
import { isSideways, isUpsideDown, turnBox } from './orient'
import type { Picture, Region } from './picture'
import { decode, smoothed, turn, withoutColour } from './picture'
import { readAlone } from './read-alone'
import { readStrip } from './read-strip'
import { recognize, type Recognise } from './recognize'
import type { Rectangle } from './rectangle'
import { boundingRectangle, corners } from './rectangle'
import { addShapes, type ReadStrip } from './shapes'

interface Detected {
  picture: Picture
  boxes: Rectangle[]
}

/** Of a picture as the network sees it; enough for one card, when the text is all of the picture. */
const LONG_SIDE = 736
/** Large print shows at this long side, too. */
const LARGE_PRINT_SIDE = 640
/** A picture at least this many times as long as wide has the shape of a card, and may be all card. */
const CARD_SHAPE = 1.45
/** In any other, a glance tells where large print is; a second look finds all of it. */
const GLANCE_SIDE = 480
/** A glance sees lines this many times as high as they are. */
const GLANCE_BLUR = 1.1
/** A second look is worth its time where it shows the text this many times larger. */
const WORTHWHILE = 1.25
/** Around the text found, in parts of its longer side: a first look may miss the first or last line. */
const MARGIN = 0.15
/** Text found later and further out than this, which is more than from row to row, goes on beyond the margin: then it is looked for far around. */
const OUTER_MARGIN = 0.1
const WIDE_MARGIN = 0.6
/** Of a line, in pixels as the network sees it: smaller text is looked at again, as if it were comfortably high. */
const LEGIBLE = 22
const COMFORTABLE = { largePrint: 21, smallPrint: 30 }
const LEAST_SIDE = { largePrint: 416, smallPrint: 544 }
const LONGEST_SIDE = 1216
/** Of a closer look. */
const CLOSER_SIDE = 960
/** How large it takes the picture; smoothed, it takes it as large as any look, since more pixels have more grain. */
const CLOSER_PICTURE = 2400
/** No card has as many; more is a page of text, which would keep everybody waiting. */
const MAX_LINES = 80

/** A closer look takes longer: it finds text that was too faint or too small at first, and coloured stamps fade from it. */
export interface Look {
  /** The card has no small print: to be found, it needs fewer pixels. */
  largePrint?: boolean
  closer?: boolean
  withoutColour?: boolean
  /** Grain and a JPEG's blocks, which are as large as the strokes of small print, are smoothed away. */
  smooth?: boolean
  /** Whether letters and digits come with what they look like. */
  withShapes?: boolean
}

/**
 * @param image the bytes of a picture file, its text in any of the four directions, give or take ten degrees
 * @param helpers others who read strips, beside this process
 * @throws ApiError 101002 when it cannot be decoded
 */
export async function readLines(
  models: Models,
  image: Uint8Array,
  look: Look = {},
  helpers: Recognise[] = [],
): Promise<Page> {
  const maxSide = look.closer && !look.smooth ? CLOSER_PICTURE : undefined
  const decoded = await decode(image, { maxSide, isQuick: look.largePrint })
  const plain = look.withoutColour ? withoutColour(decoded) : decoded
  const { picture, boxes } = await findText(models, look.smooth ? await smoothed(plain) : plain, look)
  const own: Recognise = async (strip) => {
    // While a model runs here, what the helpers answer waits: they get their next strips now.
    await setImmediate()
    return recognize(models, strip)
  }
  const lines: (Line & ReadStrip)[] = []
  const waiting = [...boxes.slice(0, MAX_LINES).entries()].sort(([, a], [, b]) => naturalWidth(b) - naturalWidth(a))
  // A helper is never without a strip, as another waits there while it reads one.
  await Promise.all([...helpers, ...helpers, own].map(readWhatWaits))
  const found = lines.filter(({ text }) => text.trim() !== '')
  const shaped = look.withShapes ? addShapes(found) : found
  const { width, height } = picture
  // A strip is of no use to a layout, and large.
  return { lines: shaped.map(({ strip: _, ...line }) => line), width, height }

  async function readWhatWaits(recognise: Recognise) {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, box] = next
      const text = await readStrip(recognise, picture, box, look.closer === true, boxes)
      lines[index] = { ...(look.withShapes ? await readAlone(recognise, text) : text), corners: corners(box) }
    }
  }
}

/** Detection is trained on upright text: a first look tells where the text is and which way up, a second finds all of it. */
async function findText(models: Models, picture: Picture, look: Look): Promise<Detected> {
  const { closer = false } = look
  const { isGlance, ...first } = await findFirst(models, picture, look)
  if (first.boxes.length === 0) return first
  const upright = await turnUpright(models, first)
  const region = textRegion(upright)
  const enlargement = longSide(upright.picture) / longSide(region)
  const height = heightIn(region, upright.boxes) / (isGlance ? GLANCE_BLUR : 1)
  const isEnough = !isGlance && !closer && enlargement < WORTHWHILE && height * LONG_SIDE >= LEGIBLE
  if (upright.picture === picture && isEnough) return upright
  const second = { ...upright, boxes: await detect(models, upright.picture, sideFor(height, look), region) }
  if (!goesOn(second, region)) return second
  const wider = textRegion(second, WIDE_MARGIN)
  const widerSide = sideFor(heightIn(wider, second.boxes), look)
  return { ...second, boxes: await detect(models, second.picture, widerSide, wider) }
}

async function findFirst(
  models: Models,
  picture: Picture,
  { largePrint }: Look,
): Promise<Detected & { isGlance: boolean }> {
  const isCardShaped = longSide(picture) > CARD_SHAPE * Math.min(picture.width, picture.height)
  if (largePrint && !isCardShaped) {
    const glance = { picture, boxes: await detect(models, picture, GLANCE_SIDE), isGlance: true }
    if (isClear(glance)) return glance
  }
  const side = largePrint ? LARGE_PRINT_SIDE : LONG_SIDE
  return { picture, boxes: await detect(models, picture, side), isGlance: false }
}

/** Otherwise a glance saw nothing, or small print, or large print in pieces. */
function isClear(glance: Detected): boolean {
  const { boxes } = glance
  return boxes.length > 0 && heightIn(textRegion(glance), boxes) * LONG_SIDE >= GLANCE_BLUR * LEGIBLE
}

/** Whether text reaches an edge of the region that is none of the picture's. */
function goesOn({ picture, boxes }: Detected, region: Region): boolean {
  const { left, top, width, height } = textRegion({ picture, boxes }, OUTER_MARGIN)
  const [right, bottom] = [left + width, top + height]
  return (
    boxes.length > 0 &&
    (left < region.left ||
      top < region.top ||
      right > region.left + region.width ||
      bottom > region.top + region.height)
  )
}

/**
 * The long side at which the text found is comfortably high: two pages in one picture have smaller text than a card, and a card
 * with large text needs less.
 * @param height of a line, in parts of the region's long side
 */
function sideFor(height: number, { closer, largePrint }: Look): number {
  const print = largePrint ? 'largePrint' : 'smallPrint'
  const usual = closer ? CLOSER_SIDE : LONG_SIDE
  const comfortable = COMFORTABLE[print] / height
  if (height * usual < LEGIBLE) return Math.min(LONGEST_SIDE, comfortable)
  return closer ? usual : Math.min(usual, Math.max(LEAST_SIDE[print], comfortable))
}

/** Of most lines, which may still run up or down, in parts of the region's long side. */
function heightIn(region: { width: number; height: number }, boxes: Rectangle[]): number {
  const heights = boxes.map(({ width, height }) => Math.min(width, height)).sort((a, b) => a - b)
  return (heights[Math.floor(heights.length / 2)] ?? Infinity) / longSide(region)
}

async function turnUpright(models: Models, detected: Detected): Promise<Detected> {
  const level = isSideways(detected.boxes) ? await turnDetected(detected, 90) : detected
  return (await isUpsideDown(models, level.picture, level.boxes)) ? turnDetected(level, 180) : level
}

async function turnDetected({ picture, boxes }: Detected, degrees: 90 | 180): Promise<Detected> {
  return { picture: await turn(picture, degrees), boxes: boxes.map((box) => turnBox(box, picture, degrees)) }
}

/** The part of the picture that holds all boxes, and a margin. */
function textRegion({ picture, boxes }: Detected, share = MARGIN): Region {
  const bounds = boundingRectangle(boxes.flatMap(corners), 0)
  const margin = longSide(bounds) * share
  const left = Math.max(0, Math.floor(bounds.x - bounds.width / 2 - margin))
  const top = Math.max(0, Math.floor(bounds.y - bounds.height / 2 - margin))
  const right = Math.min(picture.width, Math.ceil(bounds.x + bounds.width / 2 + margin))
  const bottom = Math.min(picture.height, Math.ceil(bounds.y + bounds.height / 2 + margin))
  return { left, top, width: right - left, height: bottom - top }
}

function longSide({ width, height }: { width: number; height: number }): number {
  return Math.max(width, height)
}
