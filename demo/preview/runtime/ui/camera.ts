import { words } from '../words'
import { encodeJpeg } from '../wx/picture'
import { openDialog } from './dialog'
import { createButton, createElement } from './dom'

const JPEG_QUALITY = 92

/** As many pixels as the camera has, up to 4K. */
const CAMERA: MediaStreamConstraints = {
  video: { facingMode: 'environment', width: { ideal: 3840 }, height: { ideal: 2160 } },
}

/** A camera over the whole screen. Resolves with a JPEG; rejects with `cancel` or `auth deny`. */
export async function takePhoto(): Promise<Blob> {
  const stream = await openCamera()
  try {
    return await shoot(stream)
  } finally {
    stream.getTracks().forEach((track) => track.stop())
  }
}

/** @throws Error worded as WeChat's */
export async function openCamera(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia(CAMERA)
  } catch (error) {
    const isRefusal = error instanceof DOMException && error.name === 'NotAllowedError'
    throw new Error(isRefusal ? 'auth deny' : 'no camera')
  }
}

function shoot(stream: MediaStream): Promise<Blob> {
  const dialog = createElement('dialog', 'camera')
  const video = createVideo(stream, 'camera-view')
  return openDialog<Blob>(dialog, (answer, fail) => {
    const shutter = createButton('camera-shutter', words().shutter, () => capture(video).then(answer, fail))
    const cancel = createElement('button', 'camera-cancel', words().cancel)
    cancel.addEventListener('click', () => dialog.close())
    dialog.append(video, createElement('div', 'camera-controls', cancel, shutter))
    shutter.disabled = true
    video.addEventListener('playing', () => (shutter.disabled = false))
    video.play().catch(fail)
  })
}

export function createVideo(stream: MediaStream, className: string): HTMLVideoElement {
  const video = createElement('video', className)
  video.muted = true
  video.playsInline = true
  video.srcObject = stream
  return video
}

/** All that the camera sees, as a JPEG. */
export function capture(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return encodeJpeg(canvas, JPEG_QUALITY)
}
