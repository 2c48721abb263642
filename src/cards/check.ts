/** One doubt about one field. `error` is certainly wrong; `warn` is worth a second look. */
export interface Check<Field extends string = string> {
  field: Field
  level: 'warn' | 'error'
  code: CheckCode
  /** The one value that look-alikes (O for 0, I for 1, x for X, full-width digits) can have stood for, checksum and all. */
  suggestion?: string
}

/** `mismatch`: it contradicts another field. */
export type CheckCode =
  'missing' | 'format' | 'checksum' | 'date' | 'future' | 'mismatch' | 'order' | 'term' | 'expired' | 'mass'

/** Notes a doubt about a field; a `warn` unless it says otherwise. */
export type Doubt<Field extends string> = (
  field: Field,
  code: CheckCode,
  level?: Check['level'],
  suggestion?: string,
) => void
