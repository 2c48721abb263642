import type { SentImage } from '../compress/compress'
import type { Backend, Card, Mode } from './backend'

/** As much of the standard's AbortSignal as a mini-program needs, which has none. */
export interface OcrAbortSignal {
  readonly aborted: boolean
  /** Called once, when nobody waits for the reply any more; at once if that is so already. */
  addEventListener(type: 'abort', listener: () => void): void
}

export interface CustomRequest {
  card: Card
  mode: Mode
  /** Milliseconds that the tag allows from the photo to the result. */
  timeout: number
  signal: OcrAbortSignal
  /** 0 to 100 of the picture sent. */
  onProgress: (percent: number) => void
}

/**
 * A function of your own from a picture to WeChat's reply, in any of its spellings. Throw an `OcrError` to say what went
 * wrong; of anything else that is thrown only the name is kept.
 */
export function custom(recognize: (photo: SentImage, request: CustomRequest) => unknown): Backend {
  return async (photo, { card, mode, timeout, cancellation, onProgress }) => {
    let aborted = false
    cancellation.onCancel(() => (aborted = true))
    const signal: OcrAbortSignal = {
      get aborted() {
        return aborted
      },
      addEventListener: (_, listener) => cancellation.onCancel(listener),
    }
    return recognize(photo, { card, mode, timeout, signal, onProgress })
  }
}
