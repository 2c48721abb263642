import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const BIN = path.join(__dirname, '../../../server/bin/miniprogram-ocr-server.js')

export interface Instance {
  origin: string
  pid: number
  /** Everything it has written so far, to stdout and stderr. */
  output(): string
  /** @returns its exit code, once it has ended */
  stop(signal?: NodeJS.Signals): Promise<unknown>
}

/** The command as it is installed, in a process of its own on a free port. */
export async function startInstance(args: string[], env: NodeJS.ProcessEnv = {}, cwd?: string): Promise<Instance> {
  const child = spawn(process.execPath, [BIN, 'serve', '--port', '0', ...args], {
    env: { ...process.env, ...env },
    cwd,
  })
  const exit = once(child, 'exit')
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const origin = () => /listens on (http:\/\/\S+:\d+)/.exec(output)?.[1]
  while (!origin()) await Promise.race([once(child.stdout, 'data'), exit.then(() => failed(output))])

  return {
    origin: origin() ?? '',
    pid: child.pid ?? NaN,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      const [code] = await exit
      return code
    },
  }
}

function failed(output: string): never {
  throw new Error(`The server did not start: ${output}`)
}
