/** A picture as the chooser gave it; size in bytes, as the platform says (it has been wrong). */
export interface ChosenImage {
  path: string
  size: number
}

/** `wx.chooseMedia` (2.10.0), or `wx.chooseImage` where it is missing (企业微信 on iOS). One picture. */
export function chooseImage(sourceType: Array<'album' | 'camera'>): Promise<ChosenImage> {
  return new Promise((resolve, reject) => {
    if (wx.chooseMedia) {
      wx.chooseMedia({
        count: 1,
        mediaType: ['image'],
        sourceType,
        success: ({ tempFiles: [file] }) => (file ? resolve({ path: file.tempFilePath, size: file.size }) : reject()),
        fail: reject,
      })
    } else {
      wx.chooseImage({
        count: 1,
        sourceType,
        success: ({ tempFiles: [file] }) => (file ? resolve({ path: file.path, size: file.size }) : reject()),
        fail: reject,
      })
    }
  })
}

export interface ImageInfo {
  /** Pixels as stored, before any rotation that `orientation` asks for. */
  width: number
  height: number
  /** `up` when it is stored as it is seen. */
  orientation: string
  /** `jpeg`, `png`, `gif`, `tiff`, `webp` or `unknown`; some Androids say `jpg`. */
  type: string
}

export function imageInfo(path: string): Promise<ImageInfo> {
  return new Promise((resolve, reject) => {
    wx.getImageInfo({
      src: path,
      success: ({ width, height, orientation = 'up', type }) => resolve({ width, height, orientation, type }),
      fail: reject,
    })
  })
}

/** As it is seen. */
export const uprightSize = ({ width, height, orientation }: ImageInfo) =>
  /left|right/.test(orientation) ? { width: height, height: width } : { width, height }

/**
 * `wx.compressImage` (2.4.0): a new temporary JPEG. Quality 0 to 100; the width in pixels is heeded from 2.26.0 on.
 * The result can be larger than the original, and on iOS anything but a JPEG comes back as it was: measure it.
 */
export function compressImage(path: string, quality: number, compressedWidth: number): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.compressImage({
      src: path,
      quality,
      compressedWidth,
      success: ({ tempFilePath }) => resolve(tempFilePath),
      fail: reject,
    })
  })
}
