import type { OcrError } from '../errors'
import type { Reading } from './check'
import type { NumberRule } from './number'
import { understand } from './number'
import { nameIn } from './pattern'
import type { Card } from './read-card'
import { cardReader } from './read-card'

export interface Plate extends Card<keyof PlateFields, { kind: PlateKind | null }> {
  card: 'plate'
}

export interface PlateFields {
  /** As printed, cleaned. */
  number: string
}

export type PlateKind =
  'ordinary' | 'new-energy' | 'police' | 'trailer' | 'learner' | 'hong-kong-macao' | 'embassy' | 'consulate'

const SERIAL = '[A-HJ-NP-Z\\d]'

const form = (serial: string) =>
  RegExp(`^[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z]${serial}$`)

/** GA 36-2018. New energy: small cars have the letter of their kind third, large ones last. */
const KINDS: Record<PlateKind, RegExp> = {
  ordinary: form(`${SERIAL}{5}`),
  'new-energy': form(`([A-HJK]${SERIAL}\\d{4}|\\d{5}[A-HJK])`),
  police: form(`${SERIAL}{4}警`),
  trailer: form(`${SERIAL}{4}挂`),
  learner: form(`${SERIAL}{4}学`),
  'hong-kong-macao': /^粤Z.{4}[港澳]$/,
  embassy: /^(使\d{6}|\d{6}使)$/,
  consulate: /^(.[A-Z]\d{4}|\d{6})领$/,
}

const kindOf = (plate: string) => nameIn(KINDS, plate)

const PLATE_NUMBER: NumberRule = [{ test: kindOf }, () => true]

/** A reply as a number plate, or as the error that it is. */
export const readPlate: (reply: unknown) => Plate | OcrError = cardReader(
  'plate',
  '',
  'number/plate_num',
  '',
  (card) => ({
    kind: plateKind(card, 'number'),
  }),
)

/** What kind of plate this is the number of; doubted if it has the form of none. */
export function plateKind<Field extends string>(card: Reading<Field>, field: NoInfer<Field>): PlateKind | null {
  return kindOf(understand(card, field, PLATE_NUMBER))
}
