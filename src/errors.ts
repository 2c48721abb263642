/** What went wrong, in the one word a page branches on. */
export type ErrorKind =
  | 'privacy'
  | 'permission'
  | 'unsupported'
  | 'capture'
  | 'image-format'
  | 'image-size'
  | 'network'
  | 'timeout'
  | 'http'
  | 'auth'
  | 'quota'
  | 'rate'
  | 'not-found'
  | 'wrong-side'
  | 'image'
  | 'service'
  | 'config'

/** What the person in front of the screen can do now. */
export type Advice = 'retake' | 'open-settings' | 'retry' | 'type-it-in' | 'contact'

/** For all else: try again. */
const ADVICE: Partial<Record<ErrorKind, Advice>> = {
  permission: 'open-settings',
  unsupported: 'type-it-in',
  'image-format': 'retake',
  'image-size': 'retake',
  auth: 'contact',
  quota: 'type-it-in',
  'not-found': 'retake',
  'wrong-side': 'retake',
  image: 'retake',
  config: 'contact',
}

/** Privacy terms that the app has not declared (112), or that the platform has blocked (1025): nothing a person could agree to. */
const APP_PRIVACY = [112, 1025]

/**
 * The only error that leaves a room of this package. Its message is for developers: the platform's or the service's own
 * words, never the text of a reply, which may hold somebody's card.
 */
export class OcrError extends Error {
  constructor(
    readonly kind: ErrorKind,
    message: string,
    /** The number the platform or the service gave: `errno`, `errcode` or an HTTP status. */
    readonly code?: number,
  ) {
    super(message)
    this.name = 'OcrError'
  }

  get advice(): Advice {
    return this.kind === 'privacy' && APP_PRIVACY.includes(this.code || 0) ? 'contact' : ADVICE[this.kind] || 'retry'
  }
}
