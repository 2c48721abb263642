import { ApiError } from '../../api-error'
import { loadModels, warmUp } from './models'
import { readLines } from './read-lines'
import type { Answer } from './reader'

/** Answers each picture that arrives on the channel, until the channel is closed. */
async function main() {
  // A Ctrl-C, or systemd's stop, reaches this process too; the server closes the channel once its last answer is out.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})
  process.on('disconnect', () => process.exit())

  const models = loadModels(Number(process.argv[2]))
  process.on('message', async (image: Uint8Array) => {
    process.send?.(await answer(image))
  })
  await warmUp(await models)

  async function answer(image: Uint8Array): Promise<Answer> {
    try {
      return { page: await readLines(await models, image) }
    } catch (error) {
      if (error instanceof ApiError) return { errcode: error.errcode, hint: error.hint }
      throw error
    }
  }
}

void main()
