import childProcess from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createEmbeddedEngine } from 'miniprogram-ocr-server'

const CARD = readFileSync(path.join(__dirname, '../../../demo/samples/back-1.jpg'))
/** One grey pixel. */
const EMPTY = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)
const { valid_date } = JSON.parse(readFileSync(path.join(__dirname, '../../../demo/samples/back-1.json'), 'utf8'))
const REPLY = { type: 'Back', valid_date }
const BROKE_DOWN = 'the recogniser broke down over a picture'

const fork = jest.spyOn(childProcess, 'fork')
const latestProcess = (): ChildProcess => fork.mock.results[fork.mock.results.length - 1]?.value

jest.setTimeout(60_000)

let engine: ReturnType<typeof createEmbeddedEngine>
beforeEach(() => {
  engine = createEmbeddedEngine({ threads: 2 })
})
afterEach(() => engine.close())

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const recognize = (image: Buffer) => engine.recognize('idcard', image, 'photo')

test('a card, and then a picture without one', async () => {
  await expect(recognize(CARD)).resolves.toMatchObject(REPLY)
  await expect(recognize(EMPTY)).rejects.toMatchObject({ errcode: 101001 })
})

test('what is no picture is refused across the process', async () => {
  await expect(recognize(Buffer.from('no picture'))).rejects.toMatchObject({ errcode: 101002 })
})

test('a process that breaks down costs the picture it was at and no other', async () => {
  await recognize(CARD)
  const answers = Promise.allSettled([recognize(CARD), recognize(CARD)])
  setImmediate(() => latestProcess().kill('SIGSEGV'))
  expect(await answers).toMatchObject([
    { status: 'rejected', reason: { message: BROKE_DOWN } },
    { status: 'fulfilled', value: REPLY },
  ])
})

test('a process that ended while idle is replaced', async () => {
  const idle = latestProcess()
  const ended = new Promise((resolve) => idle.once('exit', resolve))
  idle.kill('SIGKILL')
  await ended
  await expect(recognize(CARD)).resolves.toMatchObject(REPLY)
  expect(latestProcess()).not.toBe(idle)
})

describe('the process that reads strips beside it', () => {
  /** One for each thread but one. */
  const helpersOf = (reader: ChildProcess) =>
    String(childProcess.execFileSync('pgrep', ['-P', String(reader.pid)]))
      .trim()
      .split('\n')
      .map(Number)

  test('when it ends, both are replaced', async () => {
    await recognize(CARD)
    const reader = latestProcess()
    const [helper = NaN, ...others] = helpersOf(reader)
    expect(others).toEqual([])
    const ended = once(reader, 'exit')
    process.kill(helper, 'SIGKILL')
    await ended
    await expect(recognize(CARD)).resolves.toMatchObject(REPLY)
    expect(helpersOf(latestProcess())).not.toContain(helper)
  })

  test('ends with it, and outlives a stop signal', async () => {
    await recognize(CARD)
    const reader = latestProcess()
    const [helper = NaN] = helpersOf(reader)
    process.kill(helper, 'SIGTERM')
    await expect(recognize(CARD)).resolves.toMatchObject(REPLY)
    expect(latestProcess()).toBe(reader)
    await engine.close()
    while (isAlive(helper)) await setTimeout(10)
  })
})

test('a stop signal to the whole process group costs no answer: the server ends its process when it is done', async () => {
  await recognize(CARD)
  const answer = recognize(CARD)
  process.kill(latestProcess().pid ?? NaN, 'SIGTERM')
  await expect(answer).resolves.toMatchObject(REPLY)
})

test('too many at a time are told to come back', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 18 }, () => recognize(Buffer.from('no picture'))))
  const errcodes = answers.map((answer) => answer.status === 'rejected' && answer.reason.errcode)
  expect(errcodes).toEqual([...Array(16).fill(101002), -1, -1])
})

test('close() answers what is waiting, ends the process and refuses what comes later', async () => {
  const waiting = [recognize(CARD), recognize(CARD)]
  const running = latestProcess()
  await engine.close()
  await expect(Promise.all(waiting)).resolves.toMatchObject([REPLY, REPLY])
  expect(running.exitCode).toBe(0)
  await expect(recognize(CARD)).rejects.toThrow('closed')
})
