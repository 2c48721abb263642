import { parseArgs } from 'node:util'
import { recognize } from './cli/recognize'
import { serve } from './cli/serve'
import { complain, print, USAGE, UsageError } from './cli/usage'

const EXIT_USAGE = 2

async function main(args: string[]): Promise<void> {
  const { options, operands } = parse(args)
  const [command, ...rest] = operands
  if (options.help) return print(USAGE)
  if (options.version) return print(version())
  if (command === 'serve') return serve(rest, options)
  if (command === 'recognize') return recognize(rest, options)
  if (command === 'doctor') return (await import('./cli/doctor')).doctor(rest)
  throw new UsageError(command ? `There is no command ${command}.` : 'Say what to do: serve, recognize or doctor.')
}

function parse(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        engine: { type: 'string' },
        authorize: { type: 'string' },
        'allow-anonymous': { type: 'boolean' },
        'allow-http': { type: 'boolean' },
        rate: { type: 'string' },
        log: { type: 'string' },
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

/** Read from dist/server/src, where this file runs. */
function version(): string {
  const manifest: { version: string } = require('../../../package.json')
  return manifest.version
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof UsageError)) throw error
  complain(`${error.message}\nSee miniprogram-ocr-server --help.`)
  process.exitCode = EXIT_USAGE
})
