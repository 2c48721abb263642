import type { Check, Reading } from './check'
import { doubt } from './check'

/** What a kind of number looks like, and whether the check character in it is right. */
export type NumberRule = [form: { test(text: string): unknown }, isChecked: (text: string) => boolean]

export const isValid = (text: string, [form, isChecked]: NumberRule): boolean => !!form.test(text) && isChecked(text)

/** X is ten, as in all standards of check characters. */
export const valueOf = (character = ''): number => '0123456789X'.indexOf(character)

/** What a check character is reckoned from: the sum of what each value weighs in its place. */
export const sum = (
  text: string,
  weigh: (value: number, index: number) => number,
  value: (character: string) => number = valueOf,
): number => [...text].reduce((total, character, index) => total + weigh(value(character), index), 0)

/**
 * The number to work with; what is wrong with the printed one is doubted. That is never changed: where look-alikes
 * read as what they look like make it valid, the check suggests it, and the values are taken from the suggestion.
 */
export function understand<Field extends string>(
  card: Reading<Field>,
  field: NoInfer<Field>,
  rule: NumberRule,
  level?: Check['level'],
): string {
  const text = card.fields[field].replace(SEPARATORS, '')
  const suggestion = plain(text)
  if (suggestion !== text && isValid(suggestion, rule)) {
    doubt(card, field, 'format', 'warn', suggestion)
    return suggestion
  }
  if (text && !isValid(text, rule)) doubt(card, field, rule[0].test(text) ? 'checksum' : 'format', level)
  return text
}

const SEPARATORS = /[\s·-]/g

/** Without separators; full-width forms, lower case, O for 0, I or l for 1 and × for X read as what they look like. */
export function plain(text: string): string {
  return text
    .replace(SEPARATORS, '')
    .normalize('NFKC')
    .replace(/[Il|]/g, '1')
    .replace(/×/g, 'X')
    .toUpperCase()
    .replace(/O/g, '0')
}
