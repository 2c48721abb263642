import { Agent } from 'undici'
import type { Dispatcher } from 'undici'
import { WechatUnavailable } from './unavailable'

/** Far more than any reply about one card. */
const MAX_REPLY_BYTES = 1024 * 1024
const CONNECTIONS = 128

export interface WechatClient {
  /**
   * @returns the text of the reply, which had HTTP status 200
   * @throws WechatUnavailable for everything else. The call is never repeated here: it may have counted.
   */
  post(path: string, query: Record<string, string>, body: Body): Promise<string>
  close(): Promise<void>
}

export type Body = { headers: Record<string, string>; body: Dispatcher.DispatchOptions['body'] }

/** @param timeout milliseconds for a whole call */
export function createWechatClient(baseUrl: string, timeout: number): WechatClient {
  const agent = new Agent({ connections: CONNECTIONS, maxResponseSize: MAX_REPLY_BYTES, connect: { timeout } })

  return {
    async post(path, query, body) {
      const { statusCode, text } = await send(`${baseUrl.replace(/\/+$/, '')}${path}`, query, body)
      if (statusCode !== 200) throw new WechatUnavailable(`answered HTTP ${statusCode}`)
      return text
    },
    close: () => agent.close(),
  }

  async function send(url: string, query: Record<string, string>, body: Body) {
    const signal = AbortSignal.timeout(timeout)
    try {
      const response = await agent.request({
        ...originAndPath(url, query),
        method: 'POST',
        ...body,
        signal,
      })
      return { statusCode: response.statusCode, text: await response.body.text() }
    } catch {
      // undici's own words may hold the address, and with it the token.
      throw new WechatUnavailable(signal.aborted ? 'did not answer in time' : 'cannot be reached or broke off')
    }
  }
}

function originAndPath(url: string, query: Record<string, string>) {
  const { origin, pathname } = new URL(url)
  return { origin, path: `${pathname}?${new URLSearchParams(query)}` }
}
