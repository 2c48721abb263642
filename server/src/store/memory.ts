import type { Store } from './store'

interface Entry {
  value: string
  expiresAt: number
}

const SWEEP_INTERVAL = 60_000

/** For one instance, and for the time in which Redis cannot be reached. */
export function createMemoryStore(now: () => number = Date.now): Store {
  const entries = new Map<string, Entry>()
  const queues = new Map<string, Promise<unknown>>()
  let sweptAt = now()

  return {
    get: async (key) => find(key),
    set: async (key, value, lifetime) => put(key, value, lifetime),

    async add(key, value, lifetime) {
      if (find(key) !== undefined) return false
      put(key, value, lifetime)
      return true
    },

    async increment(key, by, lifetime) {
      const count = Number(find(key) ?? 0) + by
      put(key, String(count), lifetime)
      return count
    },

    async exclusively<T>(key: string, action: () => Promise<T>): Promise<T> {
      const result = (queues.get(key) ?? Promise.resolve()).then(action)
      const settled = result.catch(() => undefined)
      queues.set(key, settled)
      try {
        return await result
      } finally {
        if (queues.get(key) === settled) queues.delete(key)
      }
    },

    close: async () => entries.clear(),
  }

  function find(key: string): string | undefined {
    const entry = entries.get(key)
    return entry && entry.expiresAt > now() ? entry.value : undefined
  }

  function put(key: string, value: string, lifetime: number) {
    sweep()
    entries.set(key, { value, expiresAt: now() + lifetime })
  }

  /** Rate limits have a key for each caller and minute; without this they would pile up. */
  function sweep() {
    if (Math.abs(now() - sweptAt) < SWEEP_INTERVAL) return
    sweptAt = now()
    for (const [key, { expiresAt }] of entries) if (expiresAt <= now()) entries.delete(key)
  }
}
