import { availableParallelism } from 'node:os'
import { ApiError } from '../../api-error'
import { layouts } from '../../layouts'
import type { Engine } from '../engine'
import { startReader } from './reader'

export interface EmbeddedEngineOptions {
  /** Cores that one recognition uses; 2 unless the machine has fewer. */
  threads?: number
  /** Recognitions at the same time, each in a process of about 0.4 GB. 1 by default. */
  workers?: number
}

/** Whoever would wait for more pictures than this is told so at once. */
const MAX_WAITING = 16
const BUSY_SECONDS = 3

/**
 * Recognises cards on this machine's CPU, with nothing asked of the network and nothing stored. Its processes start at
 * once; the first recognition waits until their models are loaded.
 */
export function createEmbeddedEngine(options: EmbeddedEngineOptions = {}): Engine {
  const { threads = Math.min(2, availableParallelism()), workers = 1 } = options
  const readers = Array.from({ length: workers }, () => startReader(threads))

  return {
    capacity: MAX_WAITING * workers,

    async recognize(card, image) {
      const [idlest] = [...readers].sort((a, b) => a.waiting() - b.waiting())
      if (!idlest || idlest.waiting() >= MAX_WAITING) {
        throw new ApiError(-1, 'busy, try again in a few seconds', BUSY_SECONDS)
      }
      const reading = layouts[card](await idlest.read(image))
      if (!reading) throw new ApiError(101001, 'take the whole card, close and sharp')
      return { ...reading.fields, confidence: reading.confidence }
    },

    async close() {
      await Promise.all(readers.map((reader) => reader.close()))
    },
  }
}
