import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { createMemoryStore } from './memory'
import type { Store } from './store'

const PREFIX = 'miniprogram-ocr:'
/** A store that takes longer than this is no help to a request. */
const COMMAND_TIMEOUT = 1500
/** After a failure Redis is left alone for so long, or each request of an outage would wait for the time limit. */
const REST = 1000
const LOCK_LIFETIME = 10_000
const LOCK_POLL = 25

const INCREMENT = `local n = redis.call('INCRBY', KEYS[1], ARGV[1]) redis.call('PEXPIRE', KEYS[1], ARGV[2]) return n`
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`

export interface RedisStore extends Store {
  /** @throws Error when Redis does not answer */
  ping(): Promise<void>
}

/**
 * Shares through Redis. While Redis cannot be reached every request is still answered: each instance goes on with a memory of
 * its own, and comes back by itself.
 *
 * @param url such as redis://:password@host:6379/0
 */
export function createRedisStore(url: string, now: () => number = Date.now): RedisStore {
  const memory = createMemoryStore(now)
  const redis = new Redis(url, {
    keyPrefix: PREFIX,
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: COMMAND_TIMEOUT,
    commandTimeout: COMMAND_TIMEOUT,
    retryStrategy: (attempt) => Math.min(100 * attempt, REST),
  })
  // Each failure shows in the command that it hits; ioredis would print those that nobody listens for.
  redis.on('error', () => {})
  const connected = redis.connect().catch(() => undefined)
  let restUntil = 0

  return {
    get: (key) =>
      either(
        async () => (await redis.get(key)) ?? undefined,
        () => memory.get(key),
      ),

    set: (key, value, lifetime) =>
      either(
        async () => void (await redis.set(key, value, 'PX', lifetime)),
        () => memory.set(key, value, lifetime),
      ),

    add: (key, value, lifetime) =>
      either(
        async () => (await redis.set(key, value, 'PX', lifetime, 'NX')) === 'OK',
        () => memory.add(key, value, lifetime),
      ),

    increment: (key, by, lifetime) =>
      either(
        async () => Number(await redis.eval(INCREMENT, 1, key, by, lifetime)),
        () => memory.increment(key, by, lifetime),
      ),

    exclusively: (key, action) => memory.exclusively(key, () => locked(key, action)),

    async ping() {
      await connected
      await redis.ping()
    },

    async close() {
      redis.disconnect()
      await memory.close()
    },
  }

  async function either<T>(ask: () => Promise<T>, otherwise: () => Promise<T>): Promise<T> {
    await connected
    if (performance.now() < restUntil) return otherwise()
    try {
      return await ask()
    } catch {
      restUntil = performance.now() + REST
      return otherwise()
    }
  }

  async function locked<T>(key: string, action: () => Promise<T>): Promise<T> {
    const lock = `lock:${key}`
    const holder = randomUUID()
    const giveUpAt = performance.now() + LOCK_LIFETIME
    while (!(await acquire(lock, holder)) && performance.now() < giveUpAt) await setTimeout(LOCK_POLL)
    try {
      return await action()
    } finally {
      await either(
        () => redis.eval(RELEASE, 1, lock, holder),
        async () => undefined,
      )
    }
  }

  function acquire(lock: string, holder: string): Promise<boolean> {
    return either(
      async () => (await redis.set(lock, holder, 'PX', LOCK_LIFETIME, 'NX')) === 'OK',
      // The caller has already taken its turn in this instance.
      async () => true,
    )
  }
}
