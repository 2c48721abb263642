import { captureError } from '../capture/capture-error'
import type { Photo } from '../capture/capture'
import { cropTo } from '../capture/crop'
import { OcrError } from '../errors'
import { authorizeCamera, takePhoto } from '../wx/camera'
import type { Area, Size } from '../wx/canvas'
import { hasCamera } from '../wx/device'
import { fileSize } from '../wx/file'
import { imageInfo, uprightSize } from '../wx/media'
import { requirePrivacyAuthorize } from '../wx/privacy'

/** Whether the camera may be used. Rejects where it can be neither allowed nor refused. */
export async function askForCamera(): Promise<boolean> {
  if (!hasCamera()) throw new OcrError('unsupported', 'there is no camera on a PC')
  try {
    await requirePrivacyAuthorize()
    await authorizeCamera()
    return true
  } catch (thrown) {
    const error = captureError(thrown)
    if (error.kind === 'privacy') throw error
    return false
  }
}

/** A photo, and the part of it that stood in the window. Where the platform doesn't tell its size, all of it counts. */
export async function photograph(window: Area, view: Size): Promise<Photo> {
  const path = await takePhoto()
  const [info, size] = await Promise.all([imageInfo(path), fileSize(path)]).catch(() => [undefined, 0] as const)
  return { path, size, frame: info && cropTo(window, view, uprightSize(info)) }
}
