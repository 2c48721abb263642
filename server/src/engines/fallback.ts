import { ApiError } from '../api-error'
import type { Engine } from './engine'

/** What the second engine would answer as well: it is the picture that is wrong. */
const ABOUT_THE_PICTURE: number[] = [101001, 101002]

/**
 * Asks the first engine, and the second when the first cannot: its quota is used up, it is too slow, busy or out of order. A picture
 * without a card is the same picture for both, and goes to the second never.
 */
export function createFallbackEngine(first: Engine, second: Engine): Engine {
  const handedOver: Record<string, number> = { handed_over: 0 }

  return {
    capacity: (first.capacity ?? 0) + (second.capacity ?? 0) || undefined,

    async recognize(card, image, mode) {
      try {
        return await first.recognize(card, image, mode)
      } catch (error) {
        const errcode = error instanceof ApiError ? error.errcode : -1
        if (ABOUT_THE_PICTURE.includes(errcode)) throw error
        for (const name of ['handed_over', `handed_over_${errcode}`]) handedOver[name] = (handedOver[name] ?? 0) + 1
        return second.recognize(card, image, mode)
      }
    },

    status: async () => ({ ...(await first.status?.()), ...(await second.status?.()), ...handedOver }),

    async close() {
      await Promise.all([first.close(), second.close()])
    },
  }
}
