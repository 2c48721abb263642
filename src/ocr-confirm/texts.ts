import type { Table } from '../texts'

/** The words of the form, in one language. */
export interface ConfirmTexts {
  /** What the tag says over the form. */
  headline: string
  detail: string
  /** Before what a field probably is: look-alikes put right. */
  suggest: string
  accept: string
}

export const TEXTS: Table<ConfirmTexts> = {
  headline: ['请核对识别结果', 'Please check what was read'],
  detail: ['有出入的地方，直接修改', 'Correct it right there'],
  suggest: ['改为', 'Change to'],
  accept: ['确认无误', 'All correct'],
}
