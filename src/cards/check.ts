/** One doubt about one field. `error` is certainly wrong; `warn` is worth a second look. */
export interface Check<Field extends string = string> {
  field: Field
  level: 'warn' | 'error'
  code: CheckCode
}

export type CheckCode =
  'missing' | 'format' | 'checksum' | 'date' | 'future' | 'sex-mismatch' | 'order' | 'term' | 'expired'
