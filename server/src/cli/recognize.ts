import { readFile } from 'node:fs/promises'
import { ApiError } from '../api-error'
import { CARDS, type Card, type Engine, type Mode } from '../engines/engine'
import { errorAnswer, successAnswer, type Answer } from '../http/answer'
import { codeOf, describeError } from '../http/describe-error'
import { engineFromSettings, storeFromSettings } from './settings'
import { complain, print, UsageError } from './usage'

const EXIT_ERROR_ANSWER = 1

export interface RecognizeOptions {
  type?: string
  engine?: string
}

export async function recognize(operands: string[], options: RecognizeOptions): Promise<void> {
  const [name, file, ...rest] = operands
  const card = CARDS.find((known) => known === name)
  if (!card || file === undefined || rest.length > 0) {
    throw new UsageError('recognize takes a card and a picture: recognize idcard photo.jpg')
  }
  const mode = toMode(options.type ?? 'photo')
  const image = await readPicture(file)
  const store = await storeFromSettings()
  const engine = await engineFromSettings(options.engine ?? 'embedded', store)
  const answer = await ask(engine, card, image, mode).finally(() => store.close())
  print(JSON.stringify(answer))
  if (answer.errcode !== 0) process.exitCode = EXIT_ERROR_ANSWER
}

async function ask(engine: Engine, card: Card, image: Buffer, mode: Mode): Promise<Answer> {
  try {
    return successAnswer(await engine.recognize(card, image, mode))
  } catch (error) {
    if (!(error instanceof ApiError)) complain(JSON.stringify(describeError(error)))
    return errorAnswer(error)
  } finally {
    await engine.close()
  }
}

export async function readPicture(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${codeOf(error)}).`)
  }
}

function toMode(text: string): Mode {
  if (text !== 'photo' && text !== 'scan') throw new UsageError(`${text} is no type: give photo or scan.`)
  return text
}
