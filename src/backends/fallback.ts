import type { Cancellation } from '../cancellation'
import type { ErrorKind } from '../errors'
import { OcrError } from '../errors'
import type { Backend } from './backend'

/** What another recogniser may do better at. A gateway's HTTP 5xx is its service failing, too. */
const KINDS: ErrorKind[] = ['quota', 'rate', 'network', 'service']
const isWorthAnother = ({ kind, code = 0 }: OcrError) => KINDS.includes(kind) || (kind === 'http' && code >= 500)

/** The second when the first answers quota, rate, network or service; the first is not asked again in that recognition. */
export function fallback(first: Backend, second: Backend): Backend {
  const refused = new WeakSet<Cancellation>()
  return async (image, request) => {
    const { cancellation, errorIn } = request
    if (!refused.has(cancellation)) {
      try {
        const reply = await cancellation.race(first(image, request))
        const error = errorIn(reply)
        if (!error || !isWorthAnother(error)) return reply
      } catch (thrown) {
        if (!(thrown instanceof OcrError) || !isWorthAnother(thrown)) throw thrown
      }
      refused.add(cancellation)
    }
    return second(image, request)
  }
}
