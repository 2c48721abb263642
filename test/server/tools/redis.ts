import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { PROGRAM_PATH, requireProgram } from './debian'
import { freePort } from './port'

export interface RedisServer {
  url: string
  /** What it writes to disk and to its log lies here. */
  folder: string
  /** Kills it, data and all. */
  stop(): Promise<void>
  /** On the same port. */
  start(): Promise<void>
  /** It keeps its connections and says nothing, as behind a network that drops packets. */
  freeze(): void
  thaw(): void
  close(): Promise<void>
}

/** A Redis of its own on a free port, in a temporary folder. */
export async function startRedis(): Promise<RedisServer> {
  requireProgram('redis-server')
  const port = await freePort()
  const folder = mkdtempSync(path.join(tmpdir(), 'ocr-redis-'))
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no']
  let child: ChildProcess | undefined
  await start()

  return {
    url: `redis://127.0.0.1:${port}`,
    folder,
    start,
    stop,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async close() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }

  async function start() {
    child = spawn('redis-server', args, { stdio: 'ignore', env: PROGRAM_PATH })
    while (!(await accepts(port))) await setTimeout(20)
  }

  async function stop() {
    if (!child) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    child = undefined
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('close', () => resolve(false)).once('connect', () => socket.destroy())
  })
}
