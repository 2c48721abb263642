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

/** What has been read of a card. Rules look at the fields and note what they doubt. */
export interface Reading<Field extends string> {
  /** As printed, cleaned; `''` for what the reply lacks. */
  fields: Record<Field, string>
  /** Empty when all is well. */
  checks: Array<Check<Field>>
}

/** Notes a doubt about a field; a `warn` unless it says otherwise. */
export function doubt<Field extends string>(
  { checks }: Reading<Field>,
  field: NoInfer<Field>,
  code: CheckCode,
  level: Check['level'] = 'warn',
  suggestion?: string,
): void {
  checks.push({ field, level, code, ...(suggestion && { suggestion }) })
}

/** Doubts a field that says otherwise than another; where one of them says nothing there is nothing to doubt. */
export function compare<Field extends string>(
  card: Reading<Field>,
  field: NoInfer<Field>,
  said: string | null,
  other: string | null,
): void {
  if (said && other && said !== other) doubt(card, field, 'mismatch')
}
