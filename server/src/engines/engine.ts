/** The cards this server reads, by the last part of WeChat's path `/cv/ocr/…`. */
export const CARDS = ['idcard', 'bankcard', 'driving'] as const
export type Card = (typeof CARDS)[number]

/** WeChat's `type`: a photo with a background, or a scan without one. */
export type Mode = 'photo' | 'scan'

/** How sure an engine is of each field, 0 to 1: of many fields said to be 0.9 sure, 90 % are right. */
export type Confidence = Record<string, number>

/** The fields of a reply as WeChat names them, without `errcode` and `errmsg`. */
export interface Reply {
  /** Not WeChat's: sent only to who asks for it. */
  confidence?: Confidence
  /** A string from the embedded engine; from WeChat whatever it sends. */
  [field: string]: unknown
}

/** Whatever turns a picture of a card into WeChat's reply. */
export interface Engine {
  /** Pictures that it takes at a time; the server lets others wait outside, unread. */
  capacity?: number

  /**
   * @param image the bytes of the file as they were sent
   * @throws ApiError 101001 when there is no such card in the picture, 101002 when it cannot be decoded
   */
  recognize(card: Card, image: Buffer, mode: Mode): Promise<Reply>

  /** What a monitor wants to know of it, as numbers by their name. */
  status?(): Promise<Record<string, number>>

  /** Finishes what it has and lets the process end. */
  close(): Promise<void>
}
