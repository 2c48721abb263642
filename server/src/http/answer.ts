import { ApiError, type Errcode } from '../api-error'
import type { Reply } from '../engines/engine'

/** A body as WeChat's API sends it: `errcode` 0 and the card's fields, or an error and nothing else. */
export type Answer = { errcode: 0; errmsg: 'ok' } | { errcode: Errcode; errmsg: string }

/** @param withConfidence adds the engine's, which WeChat's replies do not have */
export function successAnswer({ confidence, ...fields }: Reply, withConfidence = false): Answer {
  return { errcode: 0, errmsg: 'ok', ...fields, ...(withConfidence && { confidence }) }
}

/** Whatever is no ApiError was not foreseen, and its message might hold anything: it becomes a bare -1. */
export function errorAnswer(error: unknown): Answer {
  const { errcode, message } = error instanceof ApiError ? error : new ApiError(-1)
  return { errcode, errmsg: message }
}
