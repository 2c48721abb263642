import type { OcrError } from '../errors'
import type { Doubt } from './check'
import type { NumberRule } from './number'
import { understand } from './number'
import type { Card } from './read-card'
import { readCard } from './read-card'

export interface Plate extends Card<keyof PlateFields, { kind: PlateKind | null }> {
  card: 'plate'
}

export interface PlateFields {
  /** As printed, cleaned. */
  number: string
}

export type PlateKind =
  'ordinary' | 'new-energy' | 'police' | 'trailer' | 'learner' | 'hong-kong-macao' | 'embassy' | 'consulate'

const PROVINCE = '[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新]'
const LETTER = '[A-HJ-NP-Z]'
const SERIAL = '[A-HJ-NP-Z\\d]'
const ENERGY = '[A-HJK]'

const form = (pattern: string) => RegExp(`^${PROVINCE}${LETTER}${pattern}$`)

/** GA 36-2018. New energy: small cars have the letter of their kind third, large ones last. */
const KINDS: Array<[PlateKind, RegExp]> = [
  ['ordinary', form(`${SERIAL}{5}`)],
  ['new-energy', form(`(${ENERGY}${SERIAL}\\d{4}|\\d{5}${ENERGY})`)],
  ['police', form(`${SERIAL}{4}警`)],
  ['trailer', form(`${SERIAL}{4}挂`)],
  ['learner', form(`${SERIAL}{4}学`)],
  ['hong-kong-macao', /^粤Z.{4}[港澳]$/],
  ['embassy', /^(使\d{6}|\d{6}使)$/],
  ['consulate', /^(.[A-Z]\d{4}|\d{6})领$/],
]

const kindOf = (plate: string): PlateKind | null => (KINDS.find(([, form]) => form.test(plate)) || [null])[0]

const PLATE_NUMBER: NumberRule = {
  form: RegExp(KINDS.map(([, { source }]) => source).join('|')),
  isChecked: () => true,
}

/** A reply as a number plate, or as the error that it is. */
export const readPlate = (reply: unknown): Plate | OcrError =>
  readCard({ card: 'plate' }, reply, '', { number: ['plate_num'] }, {}, (fields, doubt) => ({
    kind: readPlateNumber('number', fields.number, doubt),
  }))

/** What kind of plate this is the number of; doubted if it has the form of none. */
export function readPlateNumber<Field extends string>(
  field: Field,
  printed: string,
  doubt: Doubt<Field>,
): PlateKind | null {
  return kindOf(understand(field, printed, PLATE_NUMBER, doubt))
}
