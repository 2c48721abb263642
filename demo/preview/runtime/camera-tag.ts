import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { domElement } from './backend'
import { createVideo, openCamera } from './ui/camera'
import { mountCamera, unmountCamera } from './wx/camera'

type Camera = glassEasel.GeneralComponent

const streams = new WeakMap<Camera, MediaStream>()
const attached = new WeakSet<Camera>()

/**
 * `<camera>`: what the browser's camera sees, filling the tag. Fires `initdone`, or `error` where there is no camera or it
 * is refused. `flash` is heeded where the camera has a torch; like WeChat, the tag doesn't tell where it has none.
 */
export function defineCamera(space: glassEasel.ComponentSpace): glassEasel.GeneralComponentDefinition {
  return space
    .defineComponent({
      is: 'wx/camera',
      properties: {
        devicePosition: { type: String, value: 'back' },
        flash: { type: String, value: 'auto' },
        resolution: { type: String, value: 'medium' },
      },
      observers: {
        flash() {
          lightTorch(this)
        },
      },
      lifetimes: {
        attached() {
          attached.add(this)
          void open(this)
        },
        detached() {
          attached.delete(this)
          close(this)
        },
      },
    })
    .general()
}

async function open(camera: Camera): Promise<void> {
  try {
    const stream = await openCamera()
    streams.set(camera, stream)
    if (!attached.has(camera)) return close(camera)
    const video = createVideo(stream, '')
    domElement(camera)?.replaceChildren(video)
    await video.play()
    mountCamera(video)
    lightTorch(camera)
    camera.triggerEvent('initdone', { maxZoom: 1 })
  } catch (error) {
    if (!attached.has(camera)) return
    camera.triggerEvent('error', { errMsg: `insertCamera:fail ${error instanceof Error ? error.message : error}` })
  }
}

function close(camera: Camera): void {
  unmountCamera(domElement(camera)?.querySelector('video'))
  const stream = streams.get(camera)
  stream?.getTracks().forEach((track) => track.stop())
}

/** The browser's typings don't know `torch`. */
function lightTorch(camera: Camera): void {
  const torch = camera.data.flash === 'torch'
  const [track] = streams.get(camera)?.getVideoTracks() ?? []
  if (track && 'torch' in track.getCapabilities()) void track.applyConstraints({ advanced: [{ torch } as object] })
}
