import type { Reply } from 'miniprogram-ocr-server'
import { ApiError } from 'miniprogram-ocr-server'
import type { Truth } from '../samples/truth'

/** WeChat's reply has no issuing authority, and says the side in words of its own. */
const NOT_IN_REPLY = ['side', 'authority']

/** What a recogniser made of one kind of picture. */
export class Score {
  private readonly fields = new Map<string, { right: number; of: number }>()
  private readonly misses: string[] = []
  private readonly times: number[] = []
  private wholeCards = 0

  constructor(private readonly title: string) {}

  async add(name: string, truth: Truth, recognize: () => Promise<Reply>): Promise<void> {
    const start = performance.now()
    const reply = await recognize().catch(errorAsReply)
    this.times.push(performance.now() - start)
    const expected = Object.entries(truth).filter(([field]) => !NOT_IN_REPLY.includes(field))
    const wrong = expected.filter(([field, value]) => !this.count(field, reply[field] === value))
    if (wrong.length === 0) this.wholeCards++
    for (const [field, value] of wrong) {
      this.misses.push(
        `${name}: ${field} is ${value}, read ${reply[field] ?? `nothing (${reply.errmsg ?? reply.type})`}`,
      )
    }
  }

  private count(field: string, isRight: boolean): boolean {
    const tally = this.fields.get(field) ?? { right: 0, of: 0 }
    this.fields.set(field, { right: tally.right + Number(isRight), of: tally.of + 1 })
    return isRight
  }

  /** A table in Markdown, and every miss below it: the people are made up. */
  report(): string {
    const all = [...this.fields.values()]
    const right = all.reduce((sum, field) => sum + field.right, 0)
    const of = all.reduce((sum, field) => sum + field.of, 0)
    const rows = [...this.fields].map(([field, tally]) => row(field, tally.right, tally.of))
    return [
      `| ${this.title} | exactly right | of | % |`,
      '|---|---|---|---|',
      ...rows,
      row('all fields', right, of),
      row('whole side right', this.wholeCards, this.times.length),
      '',
      `median ${this.percentile(0.5)} ms, 95th percentile ${this.percentile(0.95)} ms`,
      ...this.misses.map((miss) => `- ${miss}`),
      '',
    ].join('\n')
  }

  private percentile(share: number): number {
    const sorted = [...this.times].sort((a, b) => a - b)
    return Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? NaN)
  }
}

const row = (name: string, right: number, of: number) =>
  `| ${name} | ${right} | ${of} | ${((100 * right) / of).toFixed(1)} |`

function errorAsReply(error: unknown): Reply {
  if (error instanceof ApiError) return { errmsg: error.message }
  throw error
}
