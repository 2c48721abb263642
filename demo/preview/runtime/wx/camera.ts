import { capture } from '../ui/camera'
import { wxApi } from './api'
import { createTemporaryFile } from './temporary-files'

/** The page's one `<camera>`, while it shows something. */
let live: HTMLVideoElement | undefined

export function mountCamera(video: HTMLVideoElement): void {
  live = video
}

export function unmountCamera(video: HTMLVideoElement | null | undefined): void {
  if (live === video) live = undefined
}

const context = {
  takePhoto: wxApi('operateCamera', async () => {
    if (!live) throw new Error('camera has not been initialized')
    return { tempImagePath: createTemporaryFile(await capture(live)) }
  }),
}

export const camera = { createCameraContext: () => context }
