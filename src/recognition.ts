import type { Backend, Card, Mode } from './backends/backend'
import type { Cancellation } from './cancellation'
import type { CaptureRequest } from './capture/capture'
import { capture } from './capture/capture'
import type { SentImage } from './compress/compress'
import { compress } from './compress/compress'
import { OcrError } from './errors'
import { removeFile } from './wx/file'

export type Stage = 'capture' | 'compress' | 'upload' | 'recognize'

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
  const { backend, cancellation, onProgress } = request
  if (!backend) throw new OcrError('config', 'call configure({ backend }) before a card is recognised')
  onProgress('capture', 0)
  const photo = await capture(request.capture, cancellation)
  const stopTimer = startTimer(request.timeout, cancellation)
  try {
    onProgress('compress', 0)
    const image = await compress(photo, request.maxSize, cancellation)
    // All that stood beside the card is of no use to anybody from here on.
    if (photo.frame && image.path !== photo.path) removeFile(photo.path)
    const reply = await send(backend, image, request)
    const reading = request.read(reply)
    if (reading instanceof OcrError) throw reading
    return { ...reading, image }
  } finally {
    stopTimer()
  }
}

function startTimer(timeout: number, cancellation: Cancellation): () => void {
  const timer = setTimeout(() => cancellation.cancel(new OcrError('timeout', `no result after ${timeout} ms`)), timeout)
  return () => clearTimeout(timer)
}

/** The picture is on its way (`upload`) until all of it is sent; from then on the other side is at work (`recognize`). */
function send(backend: Backend, image: SentImage, request: RecognitionRequest<unknown>): Promise<unknown> {
  const { card, mode, timeout, cancellation } = request
  request.onProgress('upload', 0)
  const onProgress = (percent: number) =>
    percent < 100 ? request.onProgress('upload', percent) : request.onProgress('recognize', 0)
  return cancellation.race(backend(image, { card, mode, timeout, cancellation, onProgress }))
}
