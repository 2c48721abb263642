import type { Outcome } from './compress-once'
import { FAULTS } from './compress-once'

const TITLES = [
  'phone',
  'way',
  'encodings, median',
  '95th percentile',
  'most',
  'share of the limit, median',
  ...FAULTS,
  'time in bare encodings, median',
  '95th percentile',
]

interface Row {
  phone: string
  way: string
  encodings: number[]
  shares: number[]
  times: number[]
  faults: string[]
}

/** What each way made of all pictures, on each phone. Encodings, share and time are of those it encoded at all. */
export class Tally {
  private readonly rows: Row[] = []
  private readonly faults: string[] = []

  /** @param listed the way whose faults are listed one by one */
  constructor(
    private readonly limit: number,
    private readonly listed: string,
  ) {}

  add(phone: string, way: string, picture: string, outcome: Outcome, bareTime: number): void {
    const { encodings, time, sent, fault } = outcome
    const row = this.rowFor(phone, way)
    if (encodings > 0) {
      row.encodings.push(encodings)
      row.times.push(time / bareTime)
      if (sent) row.shares.push(sent.length / this.limit)
    }
    if (fault) row.faults.push(fault)
    if (fault && way === this.listed) this.faults.push(`- ${phone}, ${picture}: ${fault}`)
  }

  /** A table in Markdown, and the faults of the listed way below it. */
  report(): string {
    const lines = [TITLES, TITLES.map(() => '---'), ...this.rows.map(cellsOf)]
    return [...lines.map((cells) => `| ${cells.join(' | ')} |`), '', ...this.faults, ''].join('\n')
  }

  private rowFor(phone: string, way: string): Row {
    const known = this.rows.find((row) => row.phone === phone && row.way === way)
    if (known) return known
    const row: Row = { phone, way, encodings: [], shares: [], times: [], faults: [] }
    this.rows.push(row)
    return row
  }
}

function cellsOf({ phone, way, encodings, shares, times, faults }: Row): unknown[] {
  return [
    phone,
    way,
    percentile(encodings, 0.5),
    percentile(encodings, 0.95),
    percentile(encodings, 1),
    `${Math.round(100 * percentile(shares, 0.5))} %`,
    ...FAULTS.map((fault) => faults.filter((found) => found === fault).length),
    percentile(times, 0.5).toFixed(1),
    percentile(times, 0.95).toFixed(1),
  ]
}

function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? NaN
}
