import type { Callbacks } from './callbacks'
import { answer } from './callbacks'
import type { CanvasToTempFilePathOptions } from './canvas'
import { createCanvas } from './canvas'
import { createImage } from './canvas-image'
import type { Memory } from './counts'
import type { Quirks } from './quirks'
import type { Storage } from './storage'

/** The two APIs around an offscreen 2D canvas. */
export function canvasApis(quirks: Quirks, storage: Storage, memory: Memory) {
  const exporters = new WeakMap<object, (options: CanvasToTempFilePathOptions) => Promise<Buffer>>()
  const loadedFiles = new WeakMap<object, () => Buffer>()

  function fileOf(image: object): Buffer {
    const loadedFile = loadedFiles.get(image)
    if (!loadedFile) throw new TypeError('drawImage takes an image that a canvas created')
    return loadedFile()
  }

  function createCanvasImage() {
    const { image, loadedFile } = createImage(quirks, storage, memory)
    loadedFiles.set(image, loadedFile)
    return image
  }

  return {
    createOffscreenCanvas({ width, height }: { type: '2d'; width: number; height: number }) {
      const { canvas, toFile } = createCanvas(width, height, fileOf)
      exporters.set(canvas, toFile)
      return Object.assign(canvas, { createImage: createCanvasImage })
    },
    canvasToTempFilePath(options: CanvasToTempFilePathOptions & Callbacks<{ tempFilePath: string }>) {
      void answer('canvasToTempFilePath', options, async () => {
        memory.counts.canvasToTempFilePath++
        const toFile = exporters.get(options.canvas)
        if (!toFile) throw new Error('canvas is not found')
        return { tempFilePath: storage.addTemporary(await toFile(options), options.fileType ?? 'png') }
      })
    },
  }
}
