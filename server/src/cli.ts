import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { ApiError } from './api-error'
import { createEmbeddedEngine } from './engines/embedded'
import { CARDS, type Card, type Mode } from './engines/engine'
import { errorAnswer, successAnswer, type Answer } from './http/answer'
import { createServer } from './http/create-server'
import { codeOf, describeError } from './http/describe-error'

const USAGE = `WeChat's card OCR API on this machine.

  miniprogram-ocr-server serve [--port 8080]
      Serves POST /cv/ocr/idcard on 127.0.0.1. PORT in the environment sets the port too.

  miniprogram-ocr-server recognize idcard <picture> [--type photo|scan]
      Prints the reply for one picture as JSON; exits with 1 when it is an error.

  -h, --help     prints this
  -v, --version  prints the version`

/** It takes identity papers from anybody who can reach it, so it stays on this machine. */
const HOST = '127.0.0.1'
const DEFAULT_PORT = '8080'

const EXIT_ERROR_ANSWER = 1
const EXIT_USAGE = 2

/** What the person at the keyboard can put right; the message says how. */
class UsageError extends Error {}

async function main(args: string[]): Promise<void> {
  const { options, operands } = parse(args)
  const [command, ...rest] = operands
  if (options.help) return print(USAGE)
  if (options.version) return print(version())
  if (command === 'serve') return serve(rest, options.port)
  if (command === 'recognize') return recognize(rest, options.type)
  throw new UsageError(command ? `There is no command ${command}.` : 'Say what to do: serve or recognize.')
}

function parse(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        type: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    })
    return { options: values, operands: positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options cannot be read.')
  }
}

async function serve(operands: string[], portOption: string | undefined): Promise<void> {
  if (operands.length > 0) throw new UsageError('serve takes no operand.')
  const port = toPort(portOption ?? process.env.PORT ?? DEFAULT_PORT)
  const server = createServer()
  try {
    print(`miniprogram-ocr-server listens on ${await server.listen({ host: HOST, port })}`)
  } catch (error) {
    await server.close()
    throw new UsageError(`Port ${port} cannot be opened (${codeOf(error)}): choose another with --port.`)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close())
}

async function recognize(operands: string[], type: string | undefined): Promise<void> {
  const [name, file, ...rest] = operands
  const card = CARDS.find((known) => known === name)
  if (!card || file === undefined || rest.length > 0) {
    throw new UsageError('recognize takes a card and a picture: recognize idcard photo.jpg')
  }
  const mode = toMode(type ?? 'photo')
  const answer = await recognizeFile(card, await read(file), mode)
  print(JSON.stringify(answer))
  if (answer.errcode !== 0) process.exitCode = EXIT_ERROR_ANSWER
}

async function recognizeFile(card: Card, image: Buffer, mode: Mode): Promise<Answer> {
  const engine = createEmbeddedEngine()
  try {
    return successAnswer(await engine.recognize(card, image, mode))
  } catch (error) {
    if (!(error instanceof ApiError)) complain(JSON.stringify(describeError(error)))
    return errorAnswer(error)
  } finally {
    await engine.close()
  }
}

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${codeOf(error)}).`)
  }
}

function toPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535) throw new UsageError(`${text} is no port: give a number up to 65535.`)
  return port
}

function toMode(text: string): Mode {
  if (text !== 'photo' && text !== 'scan') throw new UsageError(`${text} is no type: give photo or scan.`)
  return text
}

/** Read from dist/server/src, where this file runs. */
function version(): string {
  const manifest: { version: string } = require('../../../package.json')
  return manifest.version
}

function print(line: string) {
  process.stdout.write(`${line}\n`)
}

function complain(line: string) {
  process.stderr.write(`${line}\n`)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error
  complain(`${error.message}\nSee miniprogram-ocr-server --help.`)
  process.exitCode = EXIT_USAGE
})
