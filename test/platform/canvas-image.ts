import type { Memory } from './counts'
import { inspect, open } from './decoder'
import type { Quirks } from './quirks'
import type { Storage } from './storage'

/** An image for a canvas: decoded when `src` is set, and in memory until `src` is set to something else. */
export function createImage(quirks: Quirks, storage: Storage, memory: Memory) {
  let source = ''
  let file: Buffer | undefined
  let release = () => {}

  const image = {
    onload: undefined as (() => void) | undefined,
    onerror: undefined as ((error: { errMsg: string }) => void) | undefined,
    /** Pixels, as the picture is seen. */
    width: 0,
    height: 0,
    get src() {
      return source
    },
    set src(path: string) {
      source = path
      release()
      release = () => {}
      file = undefined
      if (path) void load(path)
    },
  }

  async function load(path: string) {
    const done = memory.decode()
    release = done
    const loaded = await read(path).catch(() => undefined)
    if (source !== path) return
    if (!loaded) {
      done()
      image.onerror?.({ errMsg: 'image load failed' })
      return
    }
    file = loaded.bytes
    Object.assign(image, loaded.size)
    image.onload?.()
  }

  async function read(path: string) {
    const bytes = storage.read(path)
    await inspect(bytes, quirks)
    const { autoOrient: size } = await open(bytes).metadata()
    return { bytes, size }
  }

  function loadedFile(): Buffer {
    if (!file) throw new Error('the image is not loaded')
    return file
  }

  return { image, loadedFile }
}
