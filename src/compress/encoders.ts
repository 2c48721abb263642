import type { Area, DrawableImage } from '../wx/canvas'
import { hasOffscreenCanvas, loadImage } from '../wx/canvas'
import { compressImage } from '../wx/media'
import type { Picture } from './picture'
import type { Plan } from './plan'
import { legibleScale } from './plan'

/** A way to a smaller JPEG. */
export interface Encoder {
  /** Gives a temporary file. */
  encode(plan: Plan): Promise<string>
  release(): void
}

type MakeEncoder = (picture: Picture) => Encoder

/** `canvasToTempFilePath` fails above. */
const MAX_CANVAS_SIDE = 4096

/**
 * The ways to try, the likelier first. The system's own encoder is quick, but on iOS it touches JPEG alone, and nobody says
 * what it does with EXIF rotations; a canvas draws upright and takes whatever the platform can show.
 */
export function encodersFor({ isJpeg, isUpright }: Picture): MakeEncoder[] {
  const byCanvas: MakeEncoder[] = hasOffscreenCanvas() ? [canvasEncoder] : []
  return isJpeg && isUpright ? [systemEncoder, ...byCanvas] : [...byCanvas, systemEncoder]
}

function systemEncoder({ path, width }: Picture): Encoder {
  return {
    encode: ({ scale, quality }) => compressImage(path, quality, Math.round(width * scale)),
    release: () => undefined,
  }
}

/**
 * Decodes once, however often it encodes: 48 megapixels are 192 MB.
 * @param frame the part to encode; the whole picture without it
 */
export function canvasEncoder({ path }: Picture, frame?: Area): Encoder {
  let loading: Promise<DrawableImage> | undefined
  return {
    async encode({ scale, quality }) {
      loading = loading || loadImage(path)
      const image = await loading
      const from = frame || { x: 0, y: 0, width: image.width, height: image.height }
      const fitting = Math.min(scale, MAX_CANVAS_SIDE / Math.max(from.width, from.height))
      if (fitting < Math.min(scale, legibleScale(from))) throw new Error('the picture is too long')
      const to = { width: Math.round(from.width * fitting), height: Math.round(from.height * fitting) }
      return image.toJpeg(from, to, quality)
    },
    release() {
      if (loading) loading.then((image) => image.release()).catch(() => undefined)
    },
  }
}
