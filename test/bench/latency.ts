import { createModel } from '../../server/src/engines/embedded/onnx'
import type { Model } from '../../server/src/engines/embedded/onnx'
import { loadModels, warmUp, type Models } from '../../server/src/engines/embedded/models'
import { readModelFile } from '../../server/src/engines/embedded/model-files'
import { decode } from '../../server/src/engines/embedded/picture'

const STAGES = ['decode', 'detection', 'direction', 'recognition'] as const
type Times = Record<(typeof STAGES)[number], number>

/** Where the time of a picture goes when all of it is done in this process, one thing after the other, in milliseconds. */
export class Stages {
  private readonly times: Times[] = []
  private now = zero()

  /** The models, detection and recognition with all threads, timed as they run. */
  async models(threads: number): Promise<Models> {
    const { content } = await readModelFile('rec', {})
    const models = { ...(await loadModels(threads)), recognition: await createModel(content, threads) }
    await warmUp(models)
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

  /** @returns the milliseconds of the bare runs of the models */
  async time(image: Buffer, task: () => Promise<unknown>): Promise<number> {
    this.now = zero()
    const { ms } = await timed(() => decode(image))
    await task()
    this.times.push({ ...this.now, decode: ms })
    return this.now.detection + this.now.direction + this.now.recognition
  }

  rows(): string[] {
    return STAGES.map((stage) =>
      row(
        stage,
        this.times.map((times) => times[stage]),
      ),
    )
  }
}

/** `| title | median | 95th percentile |` */
export function row(title: string, times: number[]): string {
  return `| ${title} | ${Math.round(percentile(times, 0.5))} | ${Math.round(percentile(times, 0.95))} |`
}

export async function timed<Result>(task: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const start = performance.now()
  const result = await task()
  return { ms: performance.now() - start, result }
}

export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? NaN
}

function zero(): Times {
  return { decode: 0, detection: 0, direction: 0, recognition: 0 }
}
