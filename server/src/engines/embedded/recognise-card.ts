import type { Card } from '../engine'
import { layouts } from '../../layouts'
import type { Page } from '../../layouts/page'
import { better, isDoubtful, type Reading } from '../../layouts/reading'
import type { Look } from './read-lines'

/** What a second look is for: stamps lie across papers, while a bank card's number may itself be coloured. */
const CLOSER: Record<Card, Look> = {
  idcard: { closer: true, withoutColour: true },
  driving: { closer: true, withoutColour: true },
  bankcard: { closer: true },
}

/**
 * A card's fields, from one look at the picture, or from two where the first leaves a field in doubt.
 * @returns undefined when there is no such card in it
 */
export async function recogniseCard(card: Card, read: (look: Look) => Promise<Page>): Promise<Reading | undefined> {
  const page = await read({})
  const first = layouts[card](page)
  if (page.lines.length === 0 || (first && !isDoubtful(first))) return first
  const second = layouts[card](await read(CLOSER[card]))
  return first && second ? better(first, second) : (first ?? second)
}
