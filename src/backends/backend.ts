import type { Cancellation } from '../cancellation'
import type { SentImage } from '../compress/compress'
import type { OcrError } from '../errors'

/** The cards that can be recognised, one tag each. */
export type Card = 'idcard' | 'bankcard' | 'vehicle'

/** WeChat's `type`: a photo with a background, or a scan without one. */
export type Mode = 'photo' | 'scan'

export interface BackendRequest {
  card: Card
  mode: Mode
  /** Milliseconds that the tag allows from the photo to the result; the tag itself sees to it. */
  timeout: number
  cancellation: Cancellation
  /**
   * 0 to 100 of the picture sent. A backend that says 0 first can tell what is sent: a connection that fails while nothing
   * is will be tried once more.
   */
  onProgress: (percent: number) => void
  /** The error that a reply is, if it is one. */
  errorIn: (reply: unknown) => OcrError | undefined
}

/** A way to a recogniser: takes a picture, gives the reply as it came. Throws OcrError alone. */
export type Backend = (image: SentImage, request: BackendRequest) => Promise<unknown>
