import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Errcode } from '../../api-error'
import { ApiError } from '../../api-error'
import type { Page } from '../../layouts/page'
import type { OwnModels } from './model-files'
import type { Look } from './read-lines'

export interface Settings {
  threads: number
  models: OwnModels
}

/** What goes to the process. */
export interface Task {
  image: Uint8Array
  look: Look
}

/** What comes back from the process; an ApiError would lose its class on the way, so it travels as data. */
export type Answer = { page: Page } | { errcode: Errcode; hint?: string }

/** Reads pictures one after the other, in the order in which they came. */
export interface Reader {
  /** @throws ApiError 101002 when the picture cannot be decoded; Error when the process broke down over it */
  read(image: Uint8Array, look: Look): Promise<Page>
  /** Pictures not answered yet. */
  waiting(): number
  /** Answers what is waiting and ends the process. */
  close(): Promise<void>
}

/** Far beyond the slowest picture; only a process that hangs gets there. */
const TIMEOUT_MS = 60_000
const MEGABYTE = 1024 * 1024
/**
 * By itself, glibc keeps what is freed: in an arena for each thread that decodes, and, since the size from which it maps a block by
 * itself grows with each that is freed, up to 32 MB, in a heap whose holes fit no other picture. With that size fixed, a picture
 * goes back to the system; a heap that is trimmed less often than every 128 KB takes less time.
 */
const MALLOC = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: String(MEGABYTE),
  MALLOC_TRIM_THRESHOLD_: String(8 * MEGABYTE),
}

/**
 * A process of its own, since the models' runtime blocks the thread that it runs on and corrupts memory when a second
 * thread loads it (github.com/microsoft/onnxruntime/issues/24486); and a picture that crashes a decoder then costs
 * one answer and not the server. After a breakdown the next picture gets a new process.
 *
 * @param settings how many cores it may use, and files of one's own in place of the server's models
 */
export function startReader(settings: Settings): Reader {
  let waiting = 0
  let lastAnswer: Promise<unknown> = Promise.resolve()
  let closed = false
  let child: ChildProcess | undefined = start()

  return {
    waiting: () => waiting,
    async read(image, look) {
      if (closed) throw new Error('the recogniser is closed')
      waiting++
      const page = lastAnswer.then(() => ask({ image, look })).finally(() => waiting--)
      lastAnswer = page.catch(() => undefined)
      return page
    },
    async close() {
      closed = true
      await lastAnswer
      if (!child?.connected) return
      const ended = once(child, 'exit')
      child.disconnect()
      await ended
    },
  }

  function start(): ChildProcess {
    const started = fork(path.join(__dirname, 'reader-process'), [JSON.stringify(settings)], {
      serialization: 'advanced',
      env: { ...MALLOC, ...process.env },
    })
    started.once('exit', forget).on('error', forget)
    return started

    function forget() {
      started.kill('SIGKILL')
      if (child === started) child = undefined
    }
  }

  async function ask(task: Task): Promise<Page> {
    if (!child || child.killed || !child.connected) child = start()
    const answer = await exchange(child, task)
    if ('page' in answer) return answer.page
    throw new ApiError(answer.errcode, answer.hint)
  }
}

function exchange(child: ChildProcess, task: Task): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS)
    child.once('message', answered).once('exit', broke).once('error', broke)
    child.send(task)

    function answered(answer: Answer) {
      child.off('exit', broke).off('error', broke)
      clearTimeout(timer)
      resolve(answer)
    }

    function broke() {
      clearTimeout(timer)
      reject(new Error('the recogniser broke down over a picture'))
    }
  })
}
