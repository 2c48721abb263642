import { readOrientation } from './exif'
import type { Orientation } from './exif'
import { pictureType } from './picture-type'
import type { PictureType } from './picture-type'
import { readTemporaryFile } from './temporary-files'

export interface PictureInfo {
  /** Pixels as stored, before the rotation that `orientation` asks for. */
  width: number
  height: number
  orientation: Orientation
  type: PictureType
}

export async function readPictureInfo(path: string): Promise<PictureInfo> {
  const file = await readTemporaryFile(path)
  const upright = await decode(file)
  const bytes = await file.arrayBuffer()
  const orientation = readOrientation(bytes)
  const isLying = /left|right/.test(orientation)
  const [width, height] = isLying ? [upright.height, upright.width] : [upright.width, upright.height]
  upright.close()
  return { width, height, orientation, type: pictureType(bytes) }
}

/** Draws a picture upright, at the given size in pixels, as a JPEG. A side that isn't given follows the other. */
export async function toJpeg(path: string, quality: number, width?: number, height?: number): Promise<Blob> {
  const picture = await decode(await readTemporaryFile(path))
  const ratio = picture.width / picture.height
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width ?? (height ? height * ratio : picture.width))
  canvas.height = Math.round(height ?? (width ? width / ratio : picture.height))
  draw(picture, canvas)
  picture.close()
  return encodeJpeg(canvas, quality)
}

/** @param quality 0 to 100 */
export function encodeJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return encode(canvas, 'image/jpeg', quality / 100)
}

/** @param quality 0 to 1, of a JPEG */
export function encode(canvas: HTMLCanvasElement, type: 'image/jpeg' | 'image/png', quality?: number): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('encode image failed'))), type, quality)
  })
}

function draw(picture: ImageBitmap, canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = '#fff' // A JPEG has no transparency; without this it would turn black.
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
}

/** Turned upright by its EXIF. */
async function decode(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file)
  } catch {
    throw new Error('decode image failed')
  }
}
