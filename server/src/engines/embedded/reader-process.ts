import { ApiError } from '../../api-error'
import { garbageCollector } from './garbage'
import { loadModels, warmUp } from './models'
import { outliveSignals } from './outlive-signals'
import { readLines } from './read-lines'
import type { Answer, Settings, Task } from './reader'
import { startHelpers } from './strip-helper'

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
    if ('page' in answered) setImmediate(collectGarbage)
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
