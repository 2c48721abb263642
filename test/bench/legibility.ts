import type { Engine, Reply } from 'miniprogram-ocr-server'
import { ApiError } from 'miniprogram-ocr-server'
import type { Sample } from '../platform/corpus'
import { open } from '../platform/decoder'
import { isHeic } from '../platform/heic'

/** What a recogniser reads before and after compression, on pictures of cards. */
export class Legibility {
  private readonly lost: string[] = []
  private readonly tallies = new Map<string, { cards: number; before: number; after: number; lost: number }>()
  private original: { sample: Sample; right: string[] } | undefined

  constructor(private readonly engine: Engine) {}

  /** The samples come one after the other, each on all phones. */
  async add(phone: string, sample: Sample, sent: Buffer): Promise<void> {
    const before = await this.readOriginal(sample)
    const after = sent.equals(sample.file) ? before : await fieldsRight(this.engine, sample.truth, sent)
    const lost = before.filter((field) => !after.includes(field))
    const tally = this.tallies.get(phone) ?? { cards: 0, before: 0, after: 0, lost: 0 }
    this.tallies.set(phone, {
      cards: tally.cards + 1,
      before: tally.before + before.length,
      after: tally.after + after.length,
      lost: tally.lost + lost.length,
    })
    this.lost.push(...lost.map((field) => `- ${phone}, ${sample.name}: ${field}`))
  }

  report(): string {
    const rows = [...this.tallies].map(
      ([phone, { cards, before, after, lost }]) => `| ${phone} | ${cards} | ${before} | ${after} | ${lost} |`,
    )
    const header = '| phone | cards | fields right from the original | from the compressed picture | lost |'
    return [header, '|---|---|---|---|---|', ...rows, '', ...this.lost, ''].join('\n')
  }

  private async readOriginal(sample: Sample): Promise<string[]> {
    if (this.original?.sample !== sample) {
      const file = isHeic(sample.file) ? await open(sample.file).jpeg({ quality: 100 }).toBuffer() : sample.file
      this.original = { sample, right: await fieldsRight(this.engine, sample.truth, file) }
    }
    return this.original.right
  }
}

/** The fields that the recogniser gets exactly right. */
export async function fieldsRight(engine: Engine, truth: object = {}, file: Buffer): Promise<string[]> {
  const reply = await engine.recognize('idcard', file, 'photo').catch(asEmptyReply)
  return Object.entries(truth).flatMap(([field, value]) => (reply[field] === value ? [field] : []))
}

function asEmptyReply(error: unknown): Reply {
  if (error instanceof ApiError) return {}
  throw error
}
