import { ApiError } from '../api-error'

export interface GateOptions {
  /** Requests whose picture is in memory, being read or recognised. */
  active: number
  /** Requests that wait outside, their pictures unread. */
  waiting: number
}

export interface Gate {
  /** @throws ApiError -1 with HTTP status 429 when too many wait already, or this one has waited too long */
  pass<T>(action: () => Promise<T>): Promise<T>
  active(): number
  waiting(): number
}

/** Milliseconds; somebody looks at a screen meanwhile. */
const PATIENCE = 10_000
const RETRY_SECONDS = 3

/**
 * Bounds what pictures take of memory: `active` times 2 MB. A request outside is not read, so that TCP holds its sender back.
 */
export function createGate(limits: GateOptions): Gate {
  const queue: (() => void)[] = []
  let active = 0

  return {
    active: () => active,
    waiting: () => queue.length,
    async pass(action) {
      if (active >= limits.active) await turn()
      else active++
      try {
        return await action()
      } finally {
        // A place is handed on as it is; only one that nobody waits for becomes free.
        const next = queue.shift()
        if (next) next()
        else active--
      }
    },
  }

  function turn(): Promise<void> {
    if (queue.length >= limits.waiting) throw busy()
    return new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(enter), 1)
        reject(busy())
      }, PATIENCE)
      queue.push(enter)

      function enter() {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

const busy = () => new ApiError(-1, 'busy, try again in a few seconds', RETRY_SECONDS)
