import { ApiError } from '../../api-error'
import type { Engine } from '../engine'
import type { EmbeddedEngineOptions } from './options'
import { withDefaults } from './options'
import { startReader } from './reader'
import { recogniseCard } from './recognise-card'

export type { EmbeddedEngineOptions } from './options'

/** Whoever would wait for more pictures than this is told so at once. */
const MAX_WAITING = 16
const BUSY_SECONDS = 3

/**
 * Recognises cards on this machine's CPU, with nothing asked of the network and nothing stored. Its processes start at
 * once; the first recognition waits until their models are loaded.
 */
export function createEmbeddedEngine(options: EmbeddedEngineOptions = {}): Engine {
  const { threads, workers, models } = withDefaults(options)
  const readers = Array.from({ length: workers }, () => startReader({ threads, models }))

  return {
    capacity: MAX_WAITING * workers,

    async recognize(card, image) {
      const [idlest] = [...readers].sort((a, b) => a.waiting() - b.waiting())
      if (!idlest || idlest.waiting() >= MAX_WAITING) {
        throw new ApiError(-1, 'busy, try again in a few seconds', BUSY_SECONDS)
      }
      const reading = await recogniseCard(card, (look) => idlest.read(image, look))
      if (!reading) throw new ApiError(101001, 'take the whole card, close and sharp')
      return { ...reading.fields, confidence: reading.confidence }
    },

    async close() {
      await Promise.all(readers.map((reader) => reader.close()))
    },
  }
}
