import { encode } from './picture'
import type { Parameters } from './api'

/** WeChat's limit for what leaves a canvas, in pixels. */
const MAX_SIDE = 4096

type OffscreenCanvas = HTMLCanvasElement & { createImage(): HTMLImageElement }

/** A canvas takes contexts of the given type alone. */
export function createOffscreenCanvas(options: WechatMiniprogram.CreateOffscreenCanvasOption): OffscreenCanvas {
  const { type = 'webgl', width = 300, height = 150 } = options
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  canvas.getContext(type)
  return Object.assign(canvas, { createImage: () => new Image() })
}

/** What is on a canvas, as a file. A JPEG has no transparency: what nobody has painted turns black, as it does in WeChat. */
export function exportCanvas(options: Parameters<WechatMiniprogram.CanvasToTempFilePathOption>): Promise<Blob> {
  const { canvas, fileType = 'png', quality = 1 } = options
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error('canvas is empty')
  if (Math.max(canvas.width, canvas.height) > MAX_SIDE) throw new Error('create bitmap failed')
  if (fileType === 'png') return encode(canvas, 'image/png')
  return encode(canvas, 'image/jpeg', quality > 0 && quality <= 1 ? quality : 1)
}
