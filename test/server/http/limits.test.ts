import { setTimeout } from 'node:timers/promises'
import { createServer, type ServerOptions } from '../../../server/src'
import { fakeEngine, formOf, FRONT, JPEG, listen, type Running } from './start-server'

const BUSY = { errcode: -1, errmsg: 'system error hint: [busy, try again in a few seconds]' }

let running: Running
afterEach(async () => {
  await running.server.close()
})

async function ask(headers: Record<string, string> = {}, image: Uint8Array = JPEG) {
  const response = await fetch(running.url, { method: 'POST', body: formOf(image), headers })
  return { status: response.status, retryAfter: response.headers.get('retry-after'), answer: await response.json() }
}

describe('the rate of one identity', () => {
  const start = Date.UTC(2026, 0, 1, 0, 0, 15)
  let time = start
  const options: ServerOptions = {
    ratePerMinute: 2,
    now: () => time,
    authorize: ({ headers }) => String(headers['x-user']),
  }
  beforeEach(async () => {
    time = start
    running = await listen(createServer({ engine: fakeEngine(), ...options }))
  })

  it('is counted by the minute, and the rest is told to come back in the next', async () => {
    const me = { 'x-user': 'me' }
    expect([(await ask(me)).status, (await ask(me)).status]).toEqual([200, 200])
    expect(await ask(me)).toEqual({
      status: 429,
      retryAfter: '45',
      answer: {
        errcode: 45011,
        errmsg: 'api minute-quota reach limit, must slower, retry next minute hint: [2 a minute]',
      },
    })
    time += 45_000
    expect((await ask(me)).status).toBe(200)
  })

  it("is nobody else's", async () => {
    for (let time = 0; time < 3; time++) await ask({ 'x-user': 'me' })
    expect((await ask({ 'x-user': 'you' })).status).toBe(200)
  })
})

describe('requests at a time', () => {
  const waiting: (() => void)[] = []
  const engine = fakeEngine(async () => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    return FRONT
  })
  const finishAll = () => waiting.splice(0).forEach((finish) => finish())

  beforeEach(async () => {
    engine.recognize.mockClear()
    running = await listen(createServer({ engine, limits: { active: 2, waiting: 3 } }))
  })

  it('go to the engine as many as it takes; others wait, and the rest is told to come back', async () => {
    const statuses: number[] = []
    const answers = Array.from({ length: 8 }, async () => {
      const result = await ask()
      statuses.push(result.status)
      return result
    })
    // Three of eight are too many at once; which, the network decides.
    while (statuses.length < 3 || engine.recognize.mock.calls.length < 2) await setTimeout(5)
    expect(statuses).toEqual([429, 429, 429])
    expect(engine.recognize).toHaveBeenCalledTimes(2)

    while (statuses.length < 8) {
      finishAll()
      await setTimeout(5)
    }
    const results = await Promise.all(answers)
    expect(results.filter(({ status }) => status === 200)).toHaveLength(5)
    expect(results.find(({ status }) => status === 429)).toEqual({ status: 429, retryAfter: '3', answer: BUSY })
  })

  it('do not wait for ever', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'performance', 'Date'] })
    const answers = Array.from({ length: 3 }, () => ask())
    while (!(await running.server.inject('/metrics')).body.includes('\nocr_waiting 1\n'))
      await new Promise(setImmediate)
    jest.advanceTimersByTime(10_000)
    jest.useRealTimers()
    expect((await Promise.race(answers)).answer).toEqual(BUSY)
    finishAll()
    expect((await Promise.all(answers)).map(({ status }) => status).sort()).toEqual([200, 200, 429])
  })
})
