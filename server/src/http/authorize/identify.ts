import { ApiError } from '../../api-error'
import type { AppTokens } from './app-tokens'
import type { OcrRequest } from '../query'
import type { Authorize, Identity } from './authorize'
import { isLoopback } from './loopback'

export interface AccessRules {
  authorize?: Authorize
  appTokens?: AppTokens
  allowAnonymous: boolean
}

/**
 * Who a request comes from: an access token that this server issued, or whoever `authorize` knows. With neither configured
 * anybody may come, but only from this machine.
 *
 * @throws ApiError 40001, 40014, 41001, 42001 or 48001
 */
export function createIdentify({ authorize, appTokens, allowAnonymous }: AccessRules) {
  return async (request: OcrRequest): Promise<Identity> => {
    const { access_token: token } = request.query
    if (appTokens && typeof token === 'string' && token) return `app:${await appTokens.verify(token)}`
    const identity = await quietly(() => authorize?.(request))
    if (identity) return `user:${identity}`
    if (appTokens) throw new ApiError(41001)
    if (authorize) throw new ApiError(40001, 'this server does not know who sent this')
    if (!allowAnonymous && !isLoopback(request.socket.localAddress ?? ''))
      throw new ApiError(48001, 'without authorize this server serves its own machine')
    return `address:${request.ip}`
  }
}

/** A verifier that throws has not verified. Its message may quote the token. */
async function quietly<T>(action: () => T): Promise<Awaited<T> | undefined> {
  try {
    return await action()
  } catch {
    return undefined
  }
}
