import type { Cancellation } from './cancellation'
import { OcrError } from './errors'

export type Stage = 'capture' | 'compress' | 'upload' | 'recognize'

const ORDER: Stage[] = ['capture', 'compress', 'upload', 'recognize']

/** What a stage may take of the whole time: one that hangs is given up before the rest has waited for it in vain. */
const shareOf = (stage: Stage) => (stage === 'compress' ? 1 / 2 : 3 / 4)

/**
 * Tells how far a recognition is, never going back, and ends it with an error of kind `timeout` when a stage or the whole
 * takes too long. The clock starts with the photo: a person may look for a card as long as they like.
 */
export function watchStages(
  timeout: number,
  cancellation: Cancellation,
  tell: (stage: Stage, percent: number) => void,
): { reach(stage: Stage, percent: number): void; stop(): void } {
  let at = -1
  let told = 0
  let stopStage = () => {}
  let stopWhole: (() => void) | undefined
  const limit = (what: string, ms: number) => {
    const timer = setTimeout(() => cancellation.cancel(new OcrError('timeout', `${what}: not done after ${ms} ms`)), ms)
    return () => clearTimeout(timer)
  }
  return {
    reach(stage, percent) {
      const position = ORDER.indexOf(stage)
      if (position < at || (position === at && !(percent > told))) return
      if (position > at && stage !== 'capture') {
        stopWhole = stopWhole || limit('recognition', timeout)
        stopStage()
        stopStage = limit(stage, timeout * shareOf(stage))
      }
      at = position
      told = percent
      tell(stage, percent)
    },
    /** A platform tells of progress after the end, too. */
    stop() {
      at = Infinity
      stopStage()
      if (stopWhole) stopWhole()
    },
  }
}
