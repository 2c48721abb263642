import { createPublicKey, createSecretKey, type KeyObject } from 'node:crypto'
import type { Authorize } from './authorize'

export interface BearerJwtOptions {
  /** The secret of HS256/384/512 in at least 32 characters, or a public key as PEM. */
  key: string
  /** Claim `iss`, when it must be a certain one. */
  issuer?: string
  /** Claim `aud`, when it must be a certain one. */
  audience?: string
}

const HMAC = ['HS256', 'HS384', 'HS512']
const PUBLIC_KEY = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
const MIN_SECRET_LENGTH = 32

/**
 * `Authorization: Bearer <JWT>`, such as your own backend gives a mini-program after wx.login. The token must have `exp` and
 * `sub`; `sub` is the identity.
 */
export function bearerJwt({ key: text, issuer, audience }: BearerJwtOptions): Authorize {
  const key = toKey(text)
  // A public key must never pass for an HMAC secret, which everybody would know.
  const algorithms = key.type === 'secret' ? HMAC : PUBLIC_KEY

  return async ({ headers }) => {
    const [, token] = /^Bearer ([\w.-]+)$/i.exec(headers.authorization ?? '') ?? []
    if (!token) return undefined
    const { jwtVerify } = await import('jose')
    const { payload } = await jwtVerify(token, key, { algorithms, issuer, audience, requiredClaims: ['sub', 'exp'] })
    return payload.sub
  }
}

function toKey(text: string): KeyObject {
  if (text.includes('-----BEGIN')) return createPublicKey(text)
  if (text.length < MIN_SECRET_LENGTH)
    throw new Error(`bearerJwt needs a key of at least ${MIN_SECRET_LENGTH} characters`)
  return createSecretKey(Buffer.from(text))
}
