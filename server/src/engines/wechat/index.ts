import type { Store } from '../../store/store'
import { createMemoryStore } from '../../store/memory'
import type { Card, Engine, Mode } from '../engine'
import { createAccessTokens, type Account } from './access-token'
import { imageBody } from './body'
import { createBreaker } from './breaker'
import { createWechatClient } from './client'
import { createQuota } from './quota'
import { readReply, TOKEN_ERRORS, toError, type WechatReply } from './reply'

export interface WechatEngineOptions extends Account {
  /** Calls a day, in Beijing's days, after which WeChat is not asked. No limit by default; WeChat gives 100 free ones. */
  dailyLimit?: number
  /** Milliseconds for one call of WeChat. 15,000 by default. */
  timeout?: number
  /** Where token and quota live; share it between instances. This process's memory by default. */
  store?: Store
  /** https://api.weixin.qq.com by default. */
  baseUrl?: string
  /** Milliseconds since 1970. */
  now?: () => number
}

/** Pictures that may be on their way to WeChat at a time. */
const CAPACITY = 128

/**
 * Asks WeChat's own API, with the account's token, which never leaves this process but sealed. A picture is sent once, and once more
 * only when the token had expired: each call counts against a small quota.
 */
export function createWechatEngine(options: WechatEngineOptions): Engine {
  const { baseUrl = 'https://api.weixin.qq.com', timeout = 15_000, now = Date.now } = options
  const { store = createMemoryStore(now), dailyLimit = Infinity } = options
  const client = createWechatClient(baseUrl, timeout)
  const tokens = createAccessTokens(options, client, store, now)
  const quota = createQuota(options.appid, dailyLimit, store, now)
  const breaker = createBreaker()

  return {
    capacity: CAPACITY,

    async recognize(card, image, mode) {
      const { fields } = await breaker.run(() => ask(card, image, mode))
      return fields
    },

    async status() {
      return {
        wechat_calls_today: await quota.used(),
        wechat_quota_exhausted: Number(await quota.isExhausted()),
        wechat_breaker_open: Number(breaker.isOpen()),
      }
    },

    close: () => client.close(),
  }

  async function ask(card: Card, image: Buffer, mode: Mode): Promise<WechatReply> {
    const token = await tokens.get()
    await quota.take()
    let reply = await send(token, card, image, mode)
    if (TOKEN_ERRORS.includes(reply.errcode)) reply = await send(await tokens.replace(token), card, image, mode)
    if (reply.errcode === 0) return reply
    const error = toError(reply)
    if (error.errcode === 101003 || error.errcode === 45009) await quota.exhaust()
    throw error
  }

  async function send(token: string, card: Card, image: Buffer, mode: Mode): Promise<WechatReply> {
    const query = { type: mode, access_token: token }
    return readReply(await client.post(`/cv/ocr/${card}`, query, imageBody(image)))
  }
}
