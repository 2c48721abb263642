import type { Cancellation } from '../cancellation'
import type { SentImage } from '../compress/compress'

/** The cards that can be recognised, one tag each. */
export type Card = 'idcard' | 'bankcard' | 'vehicle'

/** WeChat's `type`: a photo with a background, or a scan without one. */
export type Mode = 'photo' | 'scan'

export interface BackendRequest {
  card: Card
  mode: Mode
  /** Milliseconds the whole exchange may take. */
  timeout: number
  cancellation: Cancellation
  /** 0 to 100 of the picture sent. */
  onProgress: (percent: number) => void
}

/** A way to a recogniser: takes a picture, gives the reply as it came. Throws OcrError alone. */
export type Backend = (image: SentImage, request: BackendRequest) => Promise<unknown>
