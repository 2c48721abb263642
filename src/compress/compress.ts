import type { Cancellation } from '../cancellation'
import { Cancelled } from '../cancellation'
import type { Photo } from '../capture/capture'
import { OcrError } from '../errors'
import { toFailure } from '../wx/failure'
import { fileSize, removeFile } from '../wx/file'
import type { ImageInfo } from '../wx/media'
import { compressImage, imageInfo } from '../wx/media'

/** The picture that is sent: a JPEG below the limit. */
export interface SentImage {
  path: string
  /** Pixels. */
  width: number
  height: number
  /** Bytes. */
  size: number
}

const QUALITY = 80
/** How much smaller than the limit to aim, so that one encoding is usually enough. */
const MARGIN = 0.85
/** Bytes a pixel of a photographed card at QUALITY; a first guess that the first result corrects. */
const BYTES_PER_PIXEL = 0.35
/**
 * Below this the number can't be read: its 18 digits take 54 % of a card's width, a digit wants 20 pixels to be told
 * from its neighbours, and a card fills about 60 % of a photo: 18 * 20 / 0.54 / 0.6.
 */
const MIN_WIDTH = 1100
const MAX_ENCODINGS = 4

/** The photo itself when it is an upright JPEG below `maxSize` bytes; else a temporary JPEG that is. */
export async function compress(photo: Photo, maxSize: number, cancellation: Cancellation): Promise<SentImage> {
  const [original, size] = await cancellation.race(measure(photo.path))
  if (isJpeg(original) && original.orientation === 'up' && size < maxSize) {
    return { path: photo.path, width: original.width, height: original.height, size }
  }
  let width = widthFor(
    upright(original),
    Math.sqrt((maxSize * MARGIN) / (original.width * original.height * BYTES_PER_PIXEL)),
  )
  for (let encoding = 0; encoding < MAX_ENCODINGS; encoding++) {
    const image = await encode(photo.path, width, cancellation)
    if (image.size < maxSize) return image
    removeFile(image.path)
    if (width <= MIN_WIDTH) break
    width = widthFor(image, Math.sqrt((maxSize * MARGIN) / image.size))
  }
  throw new OcrError('image-size', `the picture cannot be brought below ${maxSize} bytes`)
}

async function measure(path: string): Promise<[ImageInfo, number]> {
  try {
    return await Promise.all([imageInfo(path), fileSize(path)])
  } catch (thrown) {
    throw new OcrError('image-format', `the picture cannot be opened: ${toFailure(thrown).errMsg}`)
  }
}

/** Width and height as the picture is seen: orientations to the left or right are stored lying. */
function upright({ width, height, orientation }: ImageInfo): { width: number; height: number } {
  return /left|right/.test(orientation) ? { width: height, height: width } : { width, height }
}

const isJpeg = ({ type }: ImageInfo) => type === 'jpeg' || type === 'jpg'

function widthFor({ width }: { width: number }, scale: number): number {
  return Math.min(width, Math.max(MIN_WIDTH, Math.floor(width * scale)))
}

/** One encoding. Whatever ends the recognition takes the temporary file with it. */
async function encode(path: string, width: number, cancellation: Cancellation): Promise<SentImage> {
  try {
    const encoding = compressImage(path, QUALITY, width)
    cancellation.onCancel(() => encoding.then(removeFile, () => undefined))
    const temporary = await cancellation.race(encoding)
    const [info, size] = await cancellation.race(Promise.all([imageInfo(temporary), fileSize(temporary)]))
    return { path: temporary, width: info.width, height: info.height, size }
  } catch (thrown) {
    if (thrown instanceof Cancelled || thrown instanceof OcrError) throw thrown
    throw new OcrError('image-format', `the picture cannot be compressed: ${toFailure(thrown).errMsg}`)
  }
}
