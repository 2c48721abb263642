import { callContainer, cdn } from '../wx/cloud'
import type { Backend } from './backend'
import { replyTo } from './failure'
import type { CardPath } from './path'
import { pathOf } from './path'
import { parseReply } from './reply'

export interface ContainerOptions {
  /** The service's name, WeChat's header `X-WX-SERVICE`. */
  service: string
  /** The cloud environment, if not the one that `wx.cloud.init` names. */
  env?: string
  /** Another path than WeChat's: `{ idcard: '/ocr/id' }`, or a function of the card. */
  path?: CardPath
}

/** WeChat waits no longer for a service. */
const LIMIT_MS = 15_000

/**
 * A service in WeChat's cloud (云托管). A request may have 100 KB, so the picture goes to the temporary CDN, and the service
 * gets its address: `{ img_url }` as JSON.
 */
export function container({ service, env, path }: ContainerOptions): Backend {
  return async (image, { card, mode, timeout, cancellation }) => {
    const request = {
      path: pathOf(card, mode, path),
      header: { 'X-WX-SERVICE': service },
      data: { img_url: cdn(image.path) },
      timeout: Math.min(timeout, LIMIT_MS),
    }
    const call = callContainer(request, env).then(({ statusCode, body }) => parseReply(statusCode, body))
    return replyTo('callContainer', cancellation.race(call))
  }
}
