/** What a phone was asked to do. */
export interface Counts {
  compressImage: number
  canvasToTempFilePath: number
  /** Pictures decoded so far, and the most that were in memory at once. */
  decodes: number
  peakDecodes: number
}

export type Memory = ReturnType<typeof createCounts>

/** Counts the pictures that are in memory: each from `decode` until its release is called. */
export function createCounts() {
  const counts: Counts = { compressImage: 0, canvasToTempFilePath: 0, decodes: 0, peakDecodes: 0 }
  const held = new Set<symbol>()

  function decode(): () => void {
    const picture = Symbol('a decoded picture')
    held.add(picture)
    counts.decodes++
    counts.peakDecodes = Math.max(counts.peakDecodes, held.size)
    return () => held.delete(picture)
  }

  return { counts, decode }
}
