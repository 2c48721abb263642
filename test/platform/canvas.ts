import type { OverlayOptions } from 'sharp'
import sharp from 'sharp'
import { open, toJpeg } from './decoder'

export interface CanvasToTempFilePathOptions {
  canvas: object
  fileType?: 'jpg' | 'png'
  /** Above 0, up to 1; heeded with `jpg` alone, and 1 where it is neither. */
  quality?: number
  /** Pixels; the canvas's own size times the screen's pixel ratio by default. */
  destWidth?: number
  destHeight?: number
}

/** Where a picture's bytes come from, once it is loaded. */
export type LoadedFile = (image: object) => Buffer

type Rectangle = [x: number, y: number, width: number, height: number]

type Drawing = { fill: string; to: Rectangle } | { file: Buffer; from: Rectangle; to: Rectangle }

const MAX_SIDE = 4096
const PIXEL_RATIO = 3

/** A 2D canvas that keeps what was drawn until it is exported; setting a side clears it. */
export function createCanvas(width: number, height: number, loadedFile: LoadedFile) {
  let size = { width, height }
  let drawings: Drawing[] = []

  function resize(sides: Partial<typeof size>) {
    size = { ...size, ...sides }
    drawings = []
  }

  const context = {
    fillStyle: '#000',
    fillRect(...to: Rectangle) {
      drawings.push({ fill: context.fillStyle, to })
    },
    drawImage(image: object, ...sides: [...Rectangle, ...Rectangle]) {
      const [sx, sy, sWidth, sHeight, ...to] = sides
      drawings.push({ file: loadedFile(image), from: [sx, sy, sWidth, sHeight], to })
    },
  }

  const getContext: (type: '2d') => typeof context = () => context

  const canvas = {
    get width() {
      return size.width
    },
    set width(value) {
      resize({ width: value })
    },
    get height() {
      return size.height
    },
    set height(value) {
      resize({ height: value })
    },
    getContext,
  }
  return { canvas, toFile: (options: CanvasToTempFilePathOptions) => toFile(size, drawings, options) }
}

type Sides = { width: number; height: number }

async function toFile(size: Sides, drawings: Drawing[], options: CanvasToTempFilePathOptions): Promise<Buffer> {
  const { fileType = 'png', destWidth = size.width * PIXEL_RATIO, destHeight = size.height * PIXEL_RATIO } = options
  if (Math.max(size.width, size.height, destWidth, destHeight) > MAX_SIDE) throw new Error('canvas is too large')
  const layers = await Promise.all(drawings.map(toLayer))
  const blank = { ...size, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } }
  const painted = await sharp({ create: blank }).composite(layers).raw().toBuffer()
  const picture = sharp(painted, { raw: { ...size, channels: 4 } }).resize(destWidth, destHeight, { fit: 'fill' })
  if (fileType === 'png') return picture.png({ compressionLevel: 3 }).toBuffer()
  return toJpeg(picture.flatten({ background: 'black' }), 100 * heeded(options.quality))
}

const heeded = (quality = 1) => (quality > 0 && quality <= 1 ? quality : 1)

async function toLayer(drawing: Drawing): Promise<OverlayOptions> {
  const { left, top, width, height } = wholePixels(drawing.to)
  if ('fill' in drawing) {
    return { input: { create: { width, height, channels: 4, background: drawing.fill } }, left, top }
  }
  const data = await open(drawing.file)
    .autoOrient()
    .extract(await within(drawing.file, drawing.from))
    .resize(width, height, { fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer()
  return { input: data, raw: { width, height, channels: 4 }, left, top }
}

/** Whole pixels, none of them outside the picture. */
async function within(file: Buffer, from: Rectangle) {
  const { autoOrient } = await open(file).metadata()
  const { left, top, width, height } = wholePixels(from)
  return {
    left,
    top,
    width: Math.min(width, autoOrient.width - left),
    height: Math.min(height, autoOrient.height - top),
  }
}

const wholePixels = ([x, y, width, height]: Rectangle) => ({
  left: Math.round(x),
  top: Math.round(y),
  width: Math.round(width),
  height: Math.round(height),
})
