import type { Cancellation } from '../cancellation'
import { OcrError } from '../errors'
import type { Size } from '../wx/canvas'
import { isPlatformFailure, toFailure } from '../wx/failure'
import { fileSize } from '../wx/file'
import { imageInfo, uprightSize } from '../wx/media'

/** A picture as it is on disk, whatever a chooser said of it. */
export interface Picture extends Size {
  path: string
  /** Bytes. */
  bytes: number
  isJpeg: boolean
  /** Whether it is stored as it is seen. Width and height are as it is seen in any case. */
  isUpright: boolean
}

/** @throws OcrError `capture` when the file is gone, `image-format` when the platform cannot open it */
export async function measure(path: string, cancellation: Cancellation): Promise<Picture> {
  const bytes = await cancellation.race(fileSize(path)).catch(as('capture', 'the picture is gone'))
  const info = await cancellation.race(imageInfo(path)).catch(as('image-format', 'the picture cannot be opened'))
  const { orientation = 'up', type } = info
  return {
    path,
    bytes,
    ...uprightSize(info),
    isJpeg: type === 'jpeg' || type === 'jpg',
    isUpright: orientation === 'up',
  }
}

function as(kind: 'capture' | 'image-format', words: string) {
  return (thrown: unknown): never => {
    throw isPlatformFailure(thrown) ? new OcrError(kind, `${words}: ${toFailure(thrown).errMsg}`) : thrown
  }
}
