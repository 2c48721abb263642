import { Cancelled } from '../cancellation'
import { OcrError } from '../errors'
import { isCancel, isPlatformFailure, toFailure } from '../wx/failure'

/** What went wrong in an exchange, as far as the platform's words tell. */
export function exchangeError(thrown: unknown): OcrError | Cancelled | undefined {
  const failure = toFailure(thrown)
  const { errMsg, errno } = failure
  if (isCancel(failure)) return new Cancelled()
  if (/timeout|timed out/i.test(errMsg)) return new OcrError('timeout', errMsg, errno)
  if (/domain list/i.test(errMsg)) return new OcrError('config', errMsg, errno)
  if (/request:fail|net::|network|socket/i.test(errMsg)) return new OcrError('network', errMsg, errno)
  return undefined
}

/**
 * The reply to a call of WeChat's cloud or service market. A failure with a code becomes a reply with that code, so that
 * codes are understood in one place. The words beside it may be a stranger's function's, which quote what they like: they
 * stay here.
 */
export async function replyTo(api: string, call: Promise<unknown>): Promise<unknown> {
  try {
    return await call
  } catch (thrown) {
    if (!isPlatformFailure(thrown)) throw thrown
    const { errMsg, errno } = toFailure(thrown)
    if (/init first/.test(errMsg)) throw new OcrError('config', 'wx.cloud.init() comes before the first recognition')
    const error = exchangeError(thrown)
    if (error instanceof OcrError) throw new OcrError(error.kind, `${api}:fail`, errno)
    if (error) throw error
    return { errcode: errno, errmsg: `${api}:fail` }
  }
}
