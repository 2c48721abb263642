import type { Cancellation } from '../cancellation'
import type { Photo } from '../capture/capture'
import { OcrError } from '../errors'
import type { Area } from '../wx/canvas'
import { hasOffscreenCanvas } from '../wx/canvas'
import { isPlatformFailure } from '../wx/failure'
import { removeFile } from '../wx/file'
import type { Encoder } from './encoders'
import { canvasEncoder, encodersFor } from './encoders'
import type { Picture } from './picture'
import { measure } from './picture'
import type { Plan } from './plan'
import { FRAMED_PIXELS, firstPlan, legibleScale, nextPlan } from './plan'

/** The picture that is sent: a JPEG below the limit, upright. */
export interface SentImage {
  path: string
  /** Pixels. */
  width: number
  height: number
  /** Bytes. */
  size: number
}

const MAX_ENCODINGS = 4

/**
 * The photo itself when it is an upright JPEG below `maxSize` bytes; else a temporary JPEG that is.
 * Ends with an OcrError: `capture` when the file is gone, `image-format` when nothing on the platform can open it,
 * `image-size` when it cannot be brought below the limit and stay legible.
 */
export async function compress(photo: Photo, maxSize: number, cancellation: Cancellation): Promise<SentImage> {
  const picture = await measure(photo.path, cancellation)
  const attempt = { picture, maxSize, cancellation, encodings: 0 }
  const cropped = photo.frame && (await crop(attempt, photo.frame))
  if (cropped) return toSentImage(cropped)
  if (isReady(picture, maxSize)) return toSentImage(picture)
  for (const makeEncoder of encodersFor(picture)) {
    const image = await fit(attempt, makeEncoder(picture), picture)
    if (image) return toSentImage(image)
  }
  const kind = attempt.encodings > 0 ? 'image-size' : 'image-format'
  throw new OcrError(kind, `no JPEG below ${maxSize} bytes can be made of it`)
}

interface Attempt {
  /** As the person gave it. */
  picture: Picture
  maxSize: number
  cancellation: Cancellation
  /** Used up so far, whichever encoder it was. */
  encodings: number
}

/** The part of the picture inside a frame; undefined where there is no canvas to cut it out with. */
async function crop(attempt: Attempt, frame: Area): Promise<Picture | undefined> {
  if (!hasOffscreenCanvas()) return undefined
  const { picture } = attempt
  const share = (frame.width * frame.height) / (picture.width * picture.height)
  const part = { ...picture, ...frame, bytes: picture.bytes * share }
  return fit(attempt, canvasEncoder(picture, frame), part, FRAMED_PIXELS)
}

/**
 * Encodes, measures and corrects until the picture fits; undefined when this encoder doesn't get there.
 * @param seen what the encoder encodes: the whole picture, or a part
 */
async function fit(
  attempt: Attempt,
  encoder: Encoder,
  seen: Picture,
  maxPixels?: number,
): Promise<Picture | undefined> {
  const { maxSize } = attempt
  const minScale = legibleScale(seen)
  let plan: Plan | undefined = firstPlan(seen, seen.isJpeg ? seen.bytes : undefined, maxSize, maxPixels)
  try {
    while (plan && attempt.encodings < MAX_ENCODINGS) {
      const image = await encodeOnce(attempt, encoder, plan)
      if (!image) return undefined
      if (isReady(image, maxSize) && isTurnedLike(image, seen)) return image
      discard(image.path, attempt.picture)
      if (!image.isJpeg || !image.isUpright || image.bytes >= attempt.picture.bytes) return undefined
      // An encoder that heeds no width has only its quality left.
      const scale = image.width / seen.width
      plan = nextPlan({ ...plan, scale }, image.bytes, maxSize, scale > plan.scale * 1.05 ? scale : minScale)
    }
    return undefined
  } finally {
    encoder.release()
  }
}

/** One encoding, measured; undefined when the platform cannot do it. Whatever ends the recognition takes the file with it. */
async function encodeOnce(attempt: Attempt, encoder: Encoder, plan: Plan): Promise<Picture | undefined> {
  const { cancellation } = attempt
  const encoding = encoder.encode(plan)
  cancellation.onCancel(() => encoding.then((path) => discard(path, attempt.picture)).catch(() => undefined))
  try {
    const path = await cancellation.race(encoding)
    attempt.encodings++
    return await measure(path, cancellation)
  } catch (thrown) {
    if (isPlatformFailure(thrown)) return undefined
    throw thrown
  }
}

/** Some encoders that can do nothing hand the person's own file back: that stays. */
function discard(path: string, { path: original }: Picture): void {
  if (path !== original) removeFile(path)
}

const isReady = ({ isJpeg, isUpright, bytes }: Picture, maxSize: number) => isJpeg && isUpright && bytes < maxSize

/** Some encoders drop EXIF's rotation without turning the picture. */
const isTurnedLike = (image: Picture, picture: Picture) =>
  image.width > image.height === picture.width > picture.height || Math.abs(image.width - image.height) < 2

const toSentImage = ({ path, width, height, bytes }: Picture): SentImage => ({ path, width, height, size: bytes })
