import { ApiError } from '../../api-error'
import type { Store } from '../../store/store'

export interface Quota {
  /** Counts one call. @throws ApiError 101003 when today's are used up, without asking WeChat */
  take(): Promise<void>
  /** WeChat says that today's are used up. */
  exhaust(): Promise<void>
  used(): Promise<number>
  isExhausted(): Promise<boolean>
}

const DAY = 24 * 60 * 60 * 1000
/** China has one time zone and no summer time. */
const BEIJING = 8 * 60 * 60 * 1000

/** WeChat counts by the day in Beijing; keys with the date in them make midnight need nobody. */
export function createQuota(appid: string, dailyLimit: number, store: Store, now: () => number): Quota {
  const used = async () => Number((await store.get(key('calls'))) ?? 0)
  const isExhausted = async () => (await store.get(key('exhausted'))) !== undefined

  return {
    used,
    isExhausted,
    async take() {
      if (await isExhausted()) throw usedUp()
      if ((await store.increment(key('calls'), 1, DAY)) <= dailyLimit) return
      await store.increment(key('calls'), -1, DAY)
      throw usedUp()
    },
    exhaust: () => store.set(key('exhausted'), '1', DAY),
  }

  function key(name: string): string {
    return `${name}:${appid}:${new Date(now() + BEIJING).toISOString().slice(0, 10)}`
  }
}

const usedUp = () => new ApiError(101003, "today's calls are used up until midnight in Beijing")
