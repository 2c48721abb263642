import type { Backend, Card, Mode } from './backends/backend'
import type { Cancellation } from './cancellation'
import type { CaptureRequest } from './capture/capture'
import { capture } from './capture/capture'
import type { SentImage } from './compress/compress'
import { compress } from './compress/compress'
import { OcrError } from './errors'
import { exchange } from './exchange'
import type { Stage } from './stages'
import { watchStages } from './stages'
import { removeFile } from './wx/file'

export type { Stage } from './stages'

/** What a reply means: a card, or the error that it is. */
export type Reader<Reading> = (reply: unknown) => Reading | OcrError

export interface RecognitionRequest<Reading> {
  card: Card
  read: Reader<Reading>
  capture: CaptureRequest
  mode: Mode
  /** The picture that is sent is smaller than this many bytes. */
  maxSize: number
  /** Milliseconds from the photo to the result. */
  timeout: number
  backend: Backend | undefined
  cancellation: Cancellation
  onProgress: (stage: Stage, percent: number) => void
}

/** A card, and the picture it was read from. */
export type Recognition<Reading> = Reading & { image: SentImage }

/** The one flow: capture → compress → send → read → check. Rejects with an OcrError, or with `Cancelled`. */
export async function recognize<Reading>(request: RecognitionRequest<Reading>): Promise<Recognition<Reading>> {
  const { backend, cancellation, card, mode, timeout } = request
  if (!backend) throw new OcrError('config', 'call configure({ backend }) first')
  const { reach, stop } = watchStages(timeout, cancellation, request.onProgress)
  reach('capture', 0)
  const photo = await capture(request.capture, cancellation)
  try {
    reach('compress', 0)
    const image = await compress(photo, request.maxSize, cancellation)
    // All that stood beside the card is of no use to anybody from here on.
    if (photo.frame && image.path !== photo.path) removeFile(photo.path)
    // The picture is on its way until all of it is sent; from then on the other side is at work.
    const onProgress = (percent: number) => (percent >= 100 ? reach('recognize', 0) : reach('upload', percent))
    onProgress(0)
    const reading = await exchange(backend, image, request.read, { card, mode, timeout, cancellation, onProgress })
    return { ...reading, image }
  } finally {
    stop()
  }
}
