import { createHash } from 'node:crypto'
import { ApiError } from '../api-error'
import type { Store } from '../store/store'
import type { Identity } from './authorize/authorize'

const MINUTE = 60_000

/**
 * So many requests a minute for each identity, by the clock's minute, in all instances that share the store.
 *
 * @param perMinute undefined for no limit
 * @returns a function that throws ApiError 45011 with HTTP status 429
 */
export function createRateLimit(perMinute: number | undefined, store: Store, now: () => number) {
  return async (identity: Identity): Promise<void> => {
    if (perMinute === undefined) return
    const minute = Math.floor(now() / MINUTE)
    const count = await store.increment(`rate:${minute}:${digest(identity)}`, 1, 2 * MINUTE)
    if (count <= perMinute) return
    const seconds = Math.ceil(((minute + 1) * MINUTE - now()) / 1000)
    throw new ApiError(45011, `${perMinute} a minute`, Math.max(1, seconds))
  }
}

/** An openid is somebody; the store need not know who. */
function digest(identity: Identity): string {
  return createHash('sha256').update(identity).digest('base64url')
}
