import { createHash, hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto'
import { ApiError } from '../../api-error'
import type { Store } from '../../store/store'

/** App credentials that this server issues access tokens for. Made up by whoever runs the server; WeChat knows nothing of them. */
export interface App {
  appid: string
  secret: string
}

export interface IssuedToken {
  access_token: string
  /** Seconds. */
  expires_in: number
}

export interface AppTokens {
  /** @throws ApiError 40013, 40125 */
  issue(appid: string, secret: string): Promise<IssuedToken>
  /** The same token for everybody who asks, until it expires or is forced. @throws ApiError 40013, 40125 */
  issueStable(appid: string, secret: string, forceRefresh: boolean): Promise<IssuedToken>
  /** @returns the appid. @throws ApiError 40001, 40014, 42001 */
  verify(token: string): Promise<string>
}

const LIFETIME = 7200
/** Whoever got a stable token in its last moment can still work with it for as long as WeChat allows. */
const OVERLAP = 300

/**
 * Tokens are JWTs signed with a key from the app's secret, so that every instance can make and check them with nothing stored
 * anywhere. The one thing to remember is that a token was forced: older ones do not count any more.
 */
export function createAppTokens(apps: App[], store: Store, now: () => number): AppTokens {
  return {
    async issue(appid, secret) {
      const app = authenticate(appid, secret)
      const issuedAt = now() / 1000
      return sign(app, issuedAt, issuedAt + LIFETIME, randomUUID())
    },

    async issueStable(appid, secret, forceRefresh) {
      const app = authenticate(appid, secret)
      if (forceRefresh) await store.set(revocation(appid), String(now() / 1000), (LIFETIME + OVERLAP) * 1000)
      const start = Math.floor(now() / 1000 / LIFETIME) * LIFETIME
      return sign(app, Math.max(start, await validFrom(appid)), start + LIFETIME + OVERLAP)
    },

    async verify(token) {
      const { decodeJwt } = await import('jose')
      const { sub: appid, iat = 0 } = await orElse(40014, async () => decodeJwt(token))
      const app = apps.find((known) => known.appid === appid)
      if (!app) throw new ApiError(40001)
      await verifySignature(token, app)
      if (iat < (await validFrom(app.appid))) throw new ApiError(40001)
      return app.appid
    },
  }

  function authenticate(appid: string, secret: string): App {
    const app = apps.find((known) => known.appid === appid)
    if (!app) throw new ApiError(40013)
    if (!isSame(app.secret, secret)) throw new ApiError(40125)
    return app
  }

  async function sign(app: App, issuedAt: number, expiresAt: number, id?: string): Promise<IssuedToken> {
    const { SignJWT } = await import('jose')
    const token = new SignJWT(id ? { jti: id } : {})
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(app.appid)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
    return {
      access_token: await token.sign(keyOf(app)),
      expires_in: Math.min(LIFETIME, Math.ceil(expiresAt - now() / 1000)),
    }
  }

  async function verifySignature(token: string, app: App) {
    const { errors, jwtVerify } = await import('jose')
    try {
      await jwtVerify(token, keyOf(app), { algorithms: ['HS256'], currentDate: new Date(now()) })
    } catch (error) {
      throw new ApiError(error instanceof errors.JWTExpired ? 42001 : 40001)
    }
  }

  /** Seconds since 1970. */
  async function validFrom(appid: string): Promise<number> {
    return Number((await store.get(revocation(appid))) ?? 0)
  }
}

const revocation = (appid: string) => `tokens-valid-from:${appid}`

function keyOf({ secret }: App): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'miniprogram-ocr-server issued tokens', 32))
}

async function orElse<T>(errcode: 40014, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch {
    throw new ApiError(errcode)
  }
}

/** Takes the same time wherever they differ. */
function isSame(a: string, b: string): boolean {
  const [digestA, digestB] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return digestA !== undefined && digestB !== undefined && timingSafeEqual(digestA, digestB)
}
