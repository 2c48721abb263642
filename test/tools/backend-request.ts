import type { BackendRequest } from '../../src'
import { Cancellation } from '../../src/cancellation'

/** What a recognition asks of a backend. */
export const backendRequest = (changes: Partial<BackendRequest> = {}): BackendRequest => ({
  card: 'idcard',
  mode: 'photo',
  timeout: 1000,
  cancellation: new Cancellation(),
  onProgress: () => undefined,
  errorIn: () => undefined,
  ...changes,
})

/** A picture as a backend gets it. */
export const PICTURE = { path: 'tmp://photo', width: 1600, height: 1200, size: 300_000 }
