import { BANK_NUMBER } from '../../src/cards/bankcard'
import { ID_NUMBER } from '../../src/cards/id-number'
import { isValid, type NumberRule } from '../../src/cards/number'
import { VIN } from '../../src/cards/vin'
import type { Reading as WholeReading } from '../../server/src/layouts/reading'
import type { Picture } from './pictures'

/** What is told of a card. */
export type Reading = Pick<WholeReading, 'fields' | 'confidence'>

interface Tally {
  right: number
  of: number
}

const CHECKED: Record<string, NumberRule> = { id: ID_NUMBER, number: BANK_NUMBER, vin: VIN }
/** Those that the bar for numbers is about. */
const NUMBERS = ['id', 'number']
const BINS = [0.99, 0.95, 0.9, 0.7, 0.4, 0]

/** What a recogniser made of some pictures. */
export class Score {
  readonly fields: Tally = { right: 0, of: 0 }
  readonly numbers: Tally = { right: 0, of: 0 }
  readonly cards: Tally = { right: 0, of: 0 }
  /** Numbers that pass their checksum and are wrong. */
  falselyChecked = 0
  readonly byConfidence = new Map<number, Tally>()
  readonly misses: string[] = []

  add({ name, condition, truth }: Picture, reading: Reading | undefined): void {
    const wrong = Object.entries(truth).filter(([field, value]) => !this.count(field, value, reading))
    add(this.cards, wrong.length === 0)
    for (const [field, value] of wrong) {
      const read = reading ? reading.fields[field] || 'nothing' : 'no such card'
      this.misses.push(`${name}, ${condition}: ${field} is ${value}, read ${read}`)
    }
  }

  private count(field: string, value: string, reading: Reading | undefined): boolean {
    const read = reading?.fields[field] ?? ''
    const isRight = read === value
    add(this.fields, isRight)
    if (NUMBERS.includes(field)) add(this.numbers, isRight)
    const rule = CHECKED[field]
    if (rule && !isRight && isValid(read, rule)) this.falselyChecked++
    if (read !== '') this.countConfidence(reading?.confidence[field] ?? 0, isRight)
    return isRight
  }

  private countConfidence(confidence: number, isRight: boolean) {
    const bin = BINS.find((from) => confidence >= from) ?? 0
    const tally = this.byConfidence.get(bin) ?? { right: 0, of: 0 }
    add(tally, isRight)
    this.byConfidence.set(bin, tally)
  }

  /** A row of a table in Markdown. */
  row(title: string): string {
    const { right, of } = this.fields
    return `| ${title} | ${this.cards.of} | ${right} of ${of} | ${percent(this.fields)} | ${percent(this.numbers)} | ${percent(this.cards)} |`
  }

  calibration(): string {
    const rows = BINS.flatMap((from, index) => {
      const tally = this.byConfidence.get(from)
      const to = BINS[index - 1] ?? 1
      return tally ? [`| ${from} to ${to} | ${tally.of} | ${percent(tally)} |`] : []
    })
    return ['| said to be sure | fields | right, % |', '|---|---|---|', ...rows].join('\n')
  }
}

export const SCORE_HEADER = [
  '| pictures | | fields exactly right | % | identity and bank numbers, % | whole pictures, % |',
  '|---|---|---|---|---|---|',
].join('\n')

function add(tally: Tally, isRight: boolean): void {
  tally.of++
  if (isRight) tally.right++
}

export function percent({ right, of }: Tally): string {
  return of === 0 ? '–' : ((100 * right) / of).toFixed(1)
}
