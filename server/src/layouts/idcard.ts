import { readBack } from './idcard-back'
import { readFront } from './idcard-front'
import type { Page } from './page'
import type { Reading } from './reading'
import { rowsOf } from './rows'

/**
 * An identity card (居民身份证), either side, in WeChat's words: its front is the side with the portrait.
 * Values are those printed: nothing is derived from another field or put right.
 * @returns undefined when the page shows too little of such a card
 */
export function readIdCard({ lines }: Page): Reading | undefined {
  const rows = rowsOf(lines)
  return readFront(rows) ?? readBack(rows)
}
