import { promised } from './promised'

export interface Size {
  /** Pixels. */
  width: number
  height: number
}

/** A part of a picture, in pixels from its top left corner. */
export interface Area extends Size {
  x: number
  y: number
}

/** A decoded picture on an offscreen canvas. Its memory is held until `release`. */
export interface DrawableImage extends Size {
  /** Draws `from` on white, as large as `to`; gives a temporary JPEG. Quality 0 to 100. Sides over 4096 pixels fail. */
  toJpeg(from: Area, to: Size, quality: number): Promise<string>
  release(): void
}

/** Offscreen 2D canvases came with 2.16.1. */
export const hasOffscreenCanvas = (): boolean => !!wx.createOffscreenCanvas

/** Decodes a picture once, upright. */
export function loadImage(path: string): Promise<DrawableImage> {
  return new Promise((resolve, reject) => {
    const canvas = wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 })
    const image = canvas.createImage()
    image.onload = () =>
      resolve({
        width: image.width,
        height: image.height,
        toJpeg(from, to, quality) {
          Object.assign(canvas, to)
          const context = canvas.getContext('2d')
          // JPEG has no transparency; what was transparent would come out black.
          context.fillStyle = '#fff'
          context.fillRect(0, 0, to.width, to.height)
          context.drawImage(image, from.x, from.y, from.width, from.height, 0, 0, to.width, to.height)
          return toTempFile(canvas, quality)
        },
        release() {
          image.src = ''
          Object.assign(canvas, { width: 1, height: 1 })
        },
      })
    image.onerror = reject
    image.src = path
  })
}

async function toTempFile(canvas: WechatMiniprogram.OffscreenCanvas, quality: number): Promise<string> {
  const { tempFilePath } = await promised<{ tempFilePath: string }>((callbacks) =>
    wx.canvasToTempFilePath({
      canvas,
      // By default the file has as many pixels more as the screen has for one of the canvas.
      destWidth: canvas.width,
      destHeight: canvas.height,
      fileType: 'jpg',
      quality: quality / 100,
      ...callbacks,
    }),
  )
  return tempFilePath
}
