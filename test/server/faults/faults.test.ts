import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createRedisStore, createServer, createWechatEngine, type Engine, type Store } from '../../../server/src'
import { formOf, listen, type Running } from '../http/start-server'
import { startInstance } from '../tools/instance'
import { childrenOf } from '../tools/process'
import { startRedis, type RedisServer } from '../tools/redis'
import { startStandIn, type StandIn } from '../wechat/stand-in'

const ACCOUNT = { appid: 'wx0001', secret: 'secret-of-the-account' }
const CARD = readFileSync(path.join(__dirname, '../../../demo/samples/back-1.jpg'))
const CLIENTS = 8
const DAY = 24 * 60 * 60 * 1000

jest.setTimeout(60_000)

async function post(url: string, image: Uint8Array): Promise<{ status: number; errcode: number }> {
  const response = await fetch(url, { method: 'POST', body: formOf(image) })
  const { errcode } = (await response.json()) as { errcode: number }
  return { status: response.status, errcode }
}

it('a recogniser killed in the middle of a card costs that card an error; the others are read', async () => {
  const server = await startInstance([])
  const url = `${server.origin}/cv/ocr/idcard`
  expect(await post(url, CARD)).toEqual({ status: 200, errcode: 0 })
  const answers = Array.from({ length: 6 }, () => post(url, CARD))
  while (!(await (await fetch(`${server.origin}/metrics`)).text()).includes('\nocr_active 6\n')) await setTimeout(5)
  for (const pid of childrenOf(server.pid)) process.kill(pid, 'SIGKILL')
  const errcodes = (await Promise.all(answers)).map(({ errcode }) => errcode)
  expect(errcodes.filter((errcode) => errcode === -1)).toHaveLength(1)
  expect(errcodes.filter((errcode) => errcode === 0)).toHaveLength(5)
  expect(await post(url, CARD)).toEqual({ status: 200, errcode: 0 })
  expect(await server.stop()).toBe(0)
})

describe('under a steady stream of pictures', () => {
  let redis: RedisServer
  let standIn: StandIn
  let store: Store
  let engine: Engine
  let running: Running
  let clock: number
  /** Milliseconds by which the clock that nobody sets is ahead, so that no test waits for the breaker. */
  let skew: number
  let sent: number
  let isOver: boolean
  let answers: { status: number; errcode: number }[]
  let clients: Promise<void>[]
  /** Pictures that reached a stand-in, of all its lives. */
  let arrived: string[]

  beforeEach(async () => {
    const monotonic = performance.now.bind(performance)
    jest.spyOn(performance, 'now').mockImplementation(() => monotonic() + skew)
    ;[clock, skew, sent, isOver, answers, arrived] = [Date.UTC(2026, 0, 15, 4), 0, 0, false, [], []]
    const now = () => clock
    redis = await startRedis()
    standIn = await startStandIn({ now, delay: 5 })
    store = createRedisStore(redis.url, now)
    engine = createWechatEngine({ ...ACCOUNT, baseUrl: standIn.url, store, now, timeout: 1000 })
    running = await listen(createServer({ engine, store, now, ratePerMinute: 1_000_000 }))
    clients = Array.from({ length: CLIENTS }, async () => {
      while (!isOver) answers.push(await post(running.url, Buffer.from(`picture ${sent++}`)))
    })
    await isWell()
  })

  afterEach(async () => {
    isOver = true
    await Promise.all(clients)
    arrived.push(...standIn.calls.map(({ image }) => image.toString()))
    await running.server.close()
    await Promise.all([engine.close(), store.close(), redis.close(), standIn.close()])
    jest.restoreAllMocks()

    expect(answers).toHaveLength(sent)
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    expect(new Set(arrived).size).toBe(arrived.length)
  })

  /** Until so many answers in a row are cards; fails by jest's time limit when that never comes. */
  async function isWell(inARow = 3 * CLIENTS) {
    const from = answers.length
    const latest = () => answers.slice(from).slice(-inARow)
    while (latest().length < inARow || latest().some(({ errcode }) => errcode !== 0)) await setTimeout(5)
  }

  async function answersWith(errcode: number, count = 2 * CLIENTS) {
    const from = answers.length
    while (answers.slice(from).filter((answer) => answer.errcode === errcode).length < count) await setTimeout(5)
  }

  it('WeChat goes and comes back', async () => {
    const { port } = standIn
    arrived.push(...standIn.calls.map(({ image }) => image.toString()))
    await standIn.close()
    await answersWith(-1)
    standIn = await startStandIn({ now: () => clock, delay: 5 }, port)
    skew += 10_001
    await isWell()
  })

  it('WeChat hangs, and goes on', async () => {
    standIn.fail('hang')
    await answersWith(-1)
    standIn.fail(undefined)
    skew += 10_001
    await isWell()
  })

  it.each<[string, () => unknown, () => unknown]>([
    ['goes', () => redis.stop(), () => redis.start()],
    ['hangs', () => redis.freeze(), () => redis.thaw()],
  ])('Redis %s and comes back', async (_name, leave, comeBack) => {
    const before = answers.length
    await leave()
    await isWell()
    await comeBack()
    await isWell()
    expect(answers.slice(before).filter(({ errcode }) => errcode !== 0)).toEqual([])
    const value = String(Math.random())
    const other = createRedisStore(redis.url)
    while ((await other.get('again')) !== value) await Promise.all([store.set('again', value, DAY), setTimeout(50)])
    await other.close()
  })

  it('the clock is set forward by a day: every token has expired', async () => {
    const before = answers.length
    const asked = standIn.tokenRequests.stable
    clock += DAY
    await isWell()
    expect(answers.slice(before).filter(({ errcode }) => errcode !== 0)).toEqual([])
    expect(standIn.tokenRequests.stable).toBe(asked + 1)
  })

  it('the clock is set forward past midnight in Beijing: a used-up quota is new', async () => {
    standIn.fail({ errcode: 101003, errmsg: 'not enough market quota' })
    await answersWith(101003)
    standIn.fail(undefined)
    await answersWith(101003)
    clock += DAY / 2
    await isWell()
  })

  it('the clock is set back by a day: tokens that seem good for long are renewed all the same', async () => {
    clock -= DAY
    standIn.dropTokens()
    await isWell()
  })
})
