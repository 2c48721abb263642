import { decode } from '../../server/src/engines/embedded/picture'
import type { Model } from '../../server/src/engines/embedded/onnx'
import type { Models } from '../../server/src/engines/embedded/models'

const STAGES = ['decode', 'detection', 'direction', 'recognition', 'the rest'] as const
type Times = Record<(typeof STAGES)[number], number>

/** Where the time of each picture went, in milliseconds. */
export class Latency {
  private readonly times: (Times & { total: number })[] = []
  private now: Times = zero()

  /** The models, timed as they run. */
  watch(models: Models): Models {
    const timed = (model: Model, stage: keyof Times): Model => {
      const run = async (input: Parameters<Model['run']>[0]) => {
        const start = performance.now()
        const output = await model.run(input)
        this.now[stage] += performance.now() - start
        return output
      }
      return Object.create(model, { run: { value: run } })
    }
    return {
      ...models,
      detection: timed(models.detection, 'detection'),
      direction: timed(models.direction, 'direction'),
      recognition: timed(models.recognition, 'recognition'),
    }
  }

  async time<Result>(image: Buffer, task: () => Promise<Result>): Promise<Result> {
    const before = performance.now()
    await decode(image)
    this.now = { ...zero(), decode: performance.now() - before }
    const start = performance.now()
    const result = await task()
    const total = performance.now() - start
    const { decode: decoding, detection, direction, recognition } = this.now
    const rest = Math.max(0, total - decoding - detection - direction - recognition)
    this.times.push({ ...this.now, 'the rest': rest, total })
    return result
  }

  report(): string {
    const ratios = this.times.map(
      ({ total, detection, direction, recognition }) => total / (detection + direction + recognition),
    )
    const rows = [...STAGES, 'total' as const].map((stage) => {
      const values = this.times.map((times) => times[stage])
      return `| ${stage} | ${Math.round(percentile(values, 0.5))} | ${Math.round(percentile(values, 0.95))} |`
    })
    return [
      '| stage | median, ms | 95 %, ms |',
      '|---|---|---|',
      ...rows,
      '',
      `${percentile(ratios, 0.5).toFixed(2)} times the bare model runs of the same picture (median; 95 %: ${percentile(ratios, 0.95).toFixed(2)}).`,
    ].join('\n')
  }
}

export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? NaN
}

function zero(): Times {
  return { decode: 0, detection: 0, direction: 0, recognition: 0, 'the rest': 0 }
}
