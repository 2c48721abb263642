import type { Card } from '../engine'
import { layouts } from '../../layouts'
import type { Page } from '../../layouts/page'
import { isDoubtful, together, type Reading } from '../../layouts/reading'
import type { Look } from './read-lines'

/**
 * One look after the other while a field is in doubt, the slowest last. Stamps lie across papers, while a bank card's number may
 * itself be coloured: that is looked for without colours last, as they may hide it. A licence has small print, as the others have not: it
 * is looked for with more pixels, colour is tried before size, and grain is taken from it last.
 */
const LOOKS: Record<Card, Look[]> = {
  idcard: [{ largePrint: true }, { closer: true, withoutColour: true }],
  driving: [
    { withShapes: true },
    { withoutColour: true, withShapes: true },
    { closer: true, smooth: true, withoutColour: true, withShapes: true },
  ],
  bankcard: [{ largePrint: true }, { closer: true }, { closer: true, withoutColour: true }],
}

/**
 * A card's fields, each as the looks at the picture agree on it.
 * @returns undefined when there is no such card in it
 */
export async function recogniseCard(card: Card, read: (look: Look) => Promise<Page>): Promise<Reading | undefined> {
  const readings: Reading[] = []
  let reading: Reading | undefined
  for (const look of LOOKS[card]) {
    const page = await read(look)
    const next = layouts[card](page)
    if (next) readings.push(next)
    reading = together(readings)
    if (page.lines.length === 0 || (reading && !isDoubtful(reading))) break
  }
  return reading
}
