import type { Sharp } from 'sharp'
import type { PictureInfo } from './decoder'
import { inspect, open, toJpeg } from './decoder'
import type { Quirks } from './quirks'

export interface CompressImageOptions {
  src: string
  /** 0 to 100. */
  quality?: number
  /** Pixels. With one of the two, the other follows. */
  compressedWidth?: number
  compressedHeight?: number
}

/** What `wx.compressImage` makes of a file: an upright JPEG, transparent parts black. */
export async function compressFile(file: Buffer, options: CompressImageOptions, quirks: Quirks): Promise<Buffer> {
  if (quirks.compressImageFails) throw new Error('compress image fail')
  const info = await inspect(file, quirks)
  if (quirks.compressImageDoesNothing) return file
  if (quirks.compressImageKnowsJpegAlone && info.type !== 'jpeg') return file
  if (quirks.compressImageEnlarges) return enlarge(file)
  return toJpeg(
    resize(turn(open(file), info, quirks), options, quirks).flatten({ background: 'black' }),
    options.quality ?? 80,
  )
}

function turn(picture: Sharp, { exifOrientation }: PictureInfo, quirks: Quirks): Sharp {
  return quirks.compressImageKeepsOrientation
    ? picture.withMetadata({ orientation: exifOrientation })
    : picture.autoOrient()
}

function resize(picture: Sharp, { compressedWidth, compressedHeight }: CompressImageOptions, quirks: Quirks): Sharp {
  if (quirks.compressImageIgnoresWidth || (!compressedWidth && !compressedHeight)) return picture
  const fit = compressedWidth && compressedHeight ? 'fill' : 'cover'
  return picture.resize({ width: compressedWidth, height: compressedHeight, fit })
}

/** At the highest quality, and filled up behind the picture's end where that is still not larger. */
async function enlarge(file: Buffer): Promise<Buffer> {
  const encoded = await toJpeg(open(file).autoOrient(), 100)
  return Buffer.concat([encoded, Buffer.alloc(Math.max(0, file.length + 1024 - encoded.length))])
}
