import type { Store } from '../../store/store'
import { jsonBody } from './body'
import type { WechatClient } from './client'
import { readReply, toError } from './reply'
import { createSeal } from './seal'
import { WechatUnavailable } from './unavailable'

interface Token {
  value: string
  /** Milliseconds since 1970. */
  expiresAt: number
}

export interface AccessTokens {
  get(): Promise<string>
  /** Another token than the one that WeChat refused. */
  replace(refused: string): Promise<string>
}

export interface Account {
  appid: string
  secret: string
}

/** A token is not used in its last minute: a call takes time. */
const MARGIN = 60_000
/** WeChat forces no sooner than this after the last time, and 20 times a day at most. */
const FORCE_INTERVAL = 30_000

/**
 * WeChat's stable access token. However many ask, one asks WeChat: in this process, and in all that share the store. A forced
 * refresh, which invalidates everybody else's token, comes only when WeChat offers the very token again that it refused.
 */
export function createAccessTokens(
  { appid, secret }: Account,
  client: WechatClient,
  store: Store,
  now: () => number,
): AccessTokens {
  const seal = createSeal(secret)
  const key = `token:${appid}`
  let current: Token | undefined
  let renewal: Promise<Token> | undefined

  return {
    async get() {
      const token = isUsable(current) ? current : await renew()
      return token.value
    },
    async replace(refused) {
      if (current?.value === refused) current = undefined
      const token = isUsable(current) ? current : await renew(refused)
      return token.value
    },
  }

  function isUsable(token: Token | undefined): token is Token {
    return token !== undefined && now() < token.expiresAt
  }

  function renew(refused?: string): Promise<Token> {
    renewal ??= store
      .exclusively(key, () => sharedOrNew(refused))
      .then((token) => (current = token))
      .finally(() => (renewal = undefined))
    return renewal
  }

  async function sharedOrNew(refused?: string): Promise<Token> {
    const shared = await readShared()
    if (isUsable(shared) && shared.value !== refused) return shared
    const offered = await request(false)
    const token = offered.value === refused ? await force() : offered
    await store.set(key, seal.close(JSON.stringify(token)), Math.max(1, token.expiresAt - now()))
    return token
  }

  async function readShared(): Promise<Token | undefined> {
    const text = seal.open((await store.get(key)) ?? '')
    return text === undefined ? undefined : JSON.parse(text)
  }

  async function force(): Promise<Token> {
    const isFirst = await store.add(`forced:${appid}`, '1', FORCE_INTERVAL)
    if (!isFirst) throw new WechatUnavailable('refuses the newest token')
    return request(true)
  }

  async function request(force_refresh: boolean): Promise<Token> {
    const body = jsonBody({ grant_type: 'client_credential', appid, secret, force_refresh })
    const reply = readReply(await client.post('/cgi-bin/stable_token', {}, body))
    if (reply.errcode !== 0) throw toError(reply)
    const { access_token: value, expires_in: seconds } = reply.fields
    if (typeof value !== 'string' || typeof seconds !== 'number') throw new WechatUnavailable('sent no token')
    const lifetime = seconds * 1000
    return { value, expiresAt: now() + Math.max(lifetime - MARGIN, lifetime / 2) }
  }
}
