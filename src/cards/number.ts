import type { Check, Doubt } from './check'

/** What a kind of number looks like, and whether the check character in it is right. */
export interface NumberRule {
  form: RegExp
  isChecked: (text: string) => boolean
}

export const isValid = (text: string, { form, isChecked }: NumberRule): boolean => form.test(text) && isChecked(text)

/**
 * The number to work with, and in `doubt` what is wrong with the printed one. That is never changed: where look-alikes
 * read as what they look like make it valid, the check suggests it, and the values are taken from the suggestion.
 */
export function understand<Field extends string>(
  field: Field,
  printed: string,
  rule: NumberRule,
  doubt: Doubt<Field>,
  level?: Check['level'],
): string {
  const text = printed.replace(SEPARATORS, '')
  const suggestion = plain(text)
  if (suggestion !== text && isValid(suggestion, rule)) {
    doubt(field, 'format', 'warn', suggestion)
    return suggestion
  }
  if (text && !isValid(text, rule)) doubt(field, rule.form.test(text) ? 'checksum' : 'format', level)
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
