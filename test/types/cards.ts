/** Readers and results as a developer uses them, checked by `tsc -p test`. */
import type { CardResult, IdCard } from '../../src'
import { OcrError } from '../../src'
import { mask, readers } from '../../src/cards'

export function summary(reply: unknown): string {
  const card = readers.idcard(reply)
  // @ts-expect-error it may be an error
  void card.fields
  if (card instanceof OcrError) return card.kind
  // @ts-expect-error which side is it?
  void card.fields.validDate
  if (card.side === 'back') return card.values.longTerm ? 'long-term' : (card.values.to ?? '')
  const suggestion: string | undefined = card.checks[0]?.suggestion
  // @ts-expect-error the front has no such field
  const field: 'validDate' | undefined = card.checks[0]?.field
  return card.fields.name + suggestion + field
}

export function title(card: CardResult): string {
  // @ts-expect-error which card is it?
  void card.fields.plateNum
  switch (card.card) {
    case 'idcard':
      return card.side === 'front' ? card.fields.name : card.fields.validDate
    case 'bankcard':
      return card.values.grouped
    case 'vehicle':
      // @ts-expect-error the field is spelled as the cloud call spells it
      return card.fields.plate_num ?? card.fields.plateNum
    case 'driverLicense':
      return card.fields.carClass
    case 'businessLicense':
      return card.fields.enterpriseName
    case 'printedText':
      return card.values.lines.map((line) => line.text).join()
    case 'plate':
      return card.values.kind ?? card.fields.number
  }
}

export function log(card: CardResult): string {
  const masked = mask(card)
  // @ts-expect-error what is masked has no values and no raw reply
  return JSON.stringify(masked) + masked.raw
}

// @ts-expect-error an identity card has two sides
export const left: IdCard['side'] = 'left'

readers.bankcard({}, { bankOf: (number) => (number.startsWith('62') ? 'UnionPay' : null) })
// @ts-expect-error the bank is told by its name
readers.bankcard({}, { bankOf: () => 42 })
// @ts-expect-error there is no such card
readers.passport({})
