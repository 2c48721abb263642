import { ApiError } from '../../api-error'
import { loadModels, warmUp } from './models'
import { readLines } from './read-lines'
import type { Answer, Settings, Task } from './reader'

/** Answers each picture that arrives on the channel, until the channel is closed. */
async function main() {
  // A Ctrl-C, or systemd's stop, reaches this process too; the server closes the channel once its last answer is out.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
  process.on('disconnect', () => process.exit())

  const { threads, models: own }: Settings = JSON.parse(process.argv[2] ?? '')
  const models = loadModels(threads, own)
  process.on('message', async (task: Task) => {
    process.send?.(await answer(task))
  })
  await warmUp(await models)

  async function answer({ image, look }: Task): Promise<Answer> {
    try {
      return { page: await readLines(await models, image, look) }
    } catch (error) {
      if (error instanceof ApiError) return { errcode: error.errcode, hint: error.hint }
      throw error
    }
  }
}

void main()
