import { ApiError } from '../../api-error'
import { garbageCollector } from './garbage'
import { loadModels, warmUp } from './models'
import { outliveSignals } from './outlive-signals'
import { readLines } from './read-lines'
import type { Answer, Settings, Task } from './reader'
import { startHelpers } from './strip-helper'

/** Bytes of pixels, in use or not: more are worth the ten milliseconds or so that it takes to free them. */
const MUCH = 24 * 1024 * 1024

/** Answers each picture that arrives on the channel, until the channel is closed. */
async function main() {
  outliveSignals()
  const collectGarbage = garbageCollector()
  const { threads, models: own }: Settings = JSON.parse(process.argv[2] ?? '')
  const helpers = startHelpers(threads, own)
  const models = loadModels(threads, own)
  process.on('message', async (task: Task) => {
    const answered = await answer(task)
    process.send?.(answered)
    if (process.memoryUsage().arrayBuffers > MUCH) setImmediate(collectGarbage)
  })
  await warmUp(await models)

  async function answer({ image, look }: Task): Promise<Answer> {
    try {
      return { page: await readLines(await models, image, look, helpers) }
    } catch (error) {
      if (error instanceof ApiError) return { errcode: error.errcode, hint: error.hint }
      throw error
    }
  }
}

void main()
