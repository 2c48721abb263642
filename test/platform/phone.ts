import type { Callbacks } from './callbacks'
import { answer } from './callbacks'
import { canvasApis } from './canvas-apis'
import type { CompressImageOptions } from './compress-image'
import { compressFile } from './compress-image'
import { createCounts } from './counts'
import { inspect } from './decoder'
import type { Quirks } from './quirks'
import { createStorage } from './storage'

export type { Quirks }
export type Phone = ReturnType<typeof createPhone>

/**
 * A phone whose media APIs decode and encode real pictures, over real files in a temporary folder. For code that speaks
 * to the global `wx`: `Object.assign(globalThis, { wx: phone.wx })`. Dispose of it when done.
 */
export function createPhone(quirks: Quirks = {}) {
  const storage = createStorage()
  const memory = createCounts()
  const canvas = quirks.offscreenCanvasMissing ? {} : canvasApis(quirks, storage, memory)
  let album: string | undefined

  return {
    /** Puts a picture into the album, the one that the chooser gives next; its path. */
    add(bytes: Buffer, name: string): string {
      album = storage.add(bytes, name)
      return album
    },
    read: storage.read,
    /** Those that APIs made and nobody has unlinked. */
    temporaryFiles: storage.temporaryFiles,
    counts: memory.counts,
    dispose: storage.dispose,
    wx: {
      chooseMedia(callbacks: Callbacks<{ tempFiles: Array<{ tempFilePath: string; size: number }> }>) {
        void answer('chooseMedia', callbacks, () => {
          if (!album) throw new Error('cancel')
          const size = Math.ceil(storage.size(album) / (quirks.chooserReportsWrongSize ? 10 : 1))
          return { tempFiles: [{ tempFilePath: album, size }] }
        })
      },
      getImageInfo({ src, ...callbacks }: { src: string } & Callbacks<ImageInfo>) {
        void answer('getImageInfo', callbacks, async () => {
          const { width, height, orientation, type } = await inspect(storage.read(src), quirks)
          return { width, height, orientation, type, path: src }
        })
      },
      compressImage(options: CompressImageOptions & Callbacks<{ tempFilePath: string }>) {
        void answer('compressImage', options, async () => {
          memory.counts.compressImage++
          const release = memory.decode()
          const compressed = await compressFile(storage.read(options.src), options, quirks).finally(release)
          return { tempFilePath: storage.addTemporary(compressed, 'jpg') }
        })
      },
      getFileSystemManager: () => ({
        getFileInfo({ filePath, ...callbacks }: { filePath: string } & Callbacks<{ size: number }>) {
          void answer('getFileInfo', callbacks, () => ({ size: storage.size(filePath) }))
        },
        unlink({ filePath, ...callbacks }: { filePath: string } & Callbacks<object>) {
          void answer('unlink', callbacks, () => {
            storage.remove(filePath)
            return {}
          })
        },
      }),
      ...canvas,
    },
  }
}

interface ImageInfo {
  width: number
  height: number
  orientation: string
  type: string
  path: string
}
