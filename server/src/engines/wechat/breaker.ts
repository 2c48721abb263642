import { WechatUnavailable } from './unavailable'

/** So many failures one after the other, and nobody is made to wait for the next. */
const FAILURES = 5
/** Milliseconds until one call tries whether WeChat is back. */
const PAUSE = 10_000

export interface Breaker {
  /** @throws WechatUnavailable at once while WeChat is known to be away */
  run<T>(call: () => Promise<T>): Promise<T>
  isOpen(): boolean
}

/** @param now milliseconds of a clock that nobody sets */
export function createBreaker(now: () => number = () => performance.now()): Breaker {
  let failures = 0
  let retryAt = 0

  return {
    isOpen: () => failures >= FAILURES,

    async run(call) {
      if (failures >= FAILURES) {
        if (now() < retryAt) throw new WechatUnavailable('did not answer the last calls')
        // This call is the trial; the others keep out until it is decided, or was given its time.
        retryAt = now() + PAUSE
      }
      try {
        const result = await call()
        failures = 0
        return result
      } catch (error) {
        if (error instanceof WechatUnavailable) fail()
        else failures = 0
        throw error
      }
    },
  }

  function fail() {
    failures++
    retryAt = now() + PAUSE
  }
}
