/** Numbers drawn from a seed: the same seed gives the same numbers on every machine. */
export interface Random {
  /** From 0 up to, and never, 1. */
  next(): number
  between(min: number, max: number): number
  /** A whole number from min to max, both included. */
  integer(min: number, max: number): number
  pick<T>(list: readonly T[]): T
  chance(probability: number): boolean
}

// Taken once, since a test runner looks a global name up slowly, and a photo has twelve million pixels.
const { floor, imul } = Math

/** @param purpose keeps draws apart: drawing more for one purpose leaves the others as they were. */
export function seededRandom(seed: number, purpose: string): Random {
  let state = hash(`${seed}/${purpose}`)

  function next() {
    state = (state + 0x6d2b79f5) | 0
    return mulberry32(state)
  }

  const between = (min: number, max: number) => min + next() * (max - min)
  const integer = (min: number, max: number) => floor(between(min, max + 1))

  function pick<T>(list: readonly T[]): T {
    const picked = list[integer(0, list.length - 1)]
    if (picked === undefined) throw new RangeError('Nothing to pick from: the list is empty')
    return picked
  }

  return { next, between, integer, pick, chance: (probability) => next() < probability }
}

function mulberry32(state: number): number {
  let mixed = imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) value = imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return value
}
