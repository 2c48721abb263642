import { promised } from './promised'

/** A picture as the chooser gave it; size in bytes, as the platform says (it has been wrong). */
export interface ChosenImage {
  path: string
  size: number
}

interface Chosen {
  tempFiles: Array<{ path?: string; tempFilePath?: string; size: number }>
}

/** `wx.chooseMedia` (2.10.0), or `wx.chooseImage` where it is missing (企业微信 on iOS). One picture. */
export async function chooseImage(sourceType: Array<'album' | 'camera'>): Promise<ChosenImage> {
  const options = { count: 1, sourceType }
  const { tempFiles } = await promised<Chosen>((callbacks) =>
    wx.chooseMedia
      ? wx.chooseMedia({ ...options, mediaType: ['image'], ...callbacks })
      : wx.chooseImage({ ...options, ...callbacks }),
  )
  const [{ path, tempFilePath = path, size } = { size: 0 }] = tempFiles
  if (!tempFilePath) throw undefined
  return { path: tempFilePath, size }
}

export interface ImageInfo {
  /** Pixels as stored, before any rotation that `orientation` asks for. */
  width: number
  height: number
  /** `up`, or nothing, when it is stored as it is seen. */
  orientation?: string
  /** `jpeg`, `png`, `gif`, `tiff`, `webp` or `unknown`; some Androids say `jpg`. */
  type: string
}

export function imageInfo(path: string): Promise<ImageInfo> {
  return promised((callbacks) => wx.getImageInfo({ src: path, ...callbacks }))
}

/** As it is seen. */
export const uprightSize = ({ width, height, orientation }: ImageInfo) =>
  /left|right/.test(orientation || '') ? { width: height, height: width } : { width, height }

/**
 * `wx.compressImage` (2.4.0): a new temporary JPEG. Quality 0 to 100; the width in pixels is heeded from 2.26.0 on.
 * The result can be larger than the original, and on iOS anything but a JPEG comes back as it was: measure it.
 */
export async function compressImage(path: string, quality: number, compressedWidth: number): Promise<string> {
  const options = { src: path, quality, compressedWidth }
  const { tempFilePath } = await promised<{ tempFilePath: string }>((callbacks) =>
    wx.compressImage({ ...options, ...callbacks }),
  )
  return tempFilePath
}
