import { setTimeout } from 'node:timers/promises'
import { formOf } from '../http/start-server'
import { startInstance, type Instance } from '../tools/instance'
import { startNginx, type Nginx } from '../tools/nginx'
import { startRedis, type RedisServer } from '../tools/redis'
import { RESULTS } from '../wechat/replies'
import { startStandIn, type StandIn } from '../wechat/stand-in'

const APP = { appid: 'wx0002', secret: 'secret-of-the-app' }
const OK = { errcode: 0, errmsg: 'ok', ...RESULTS.idcard }
const PICTURE = Buffer.from([0xff, 0xd8, 1, 2, 3])

jest.setTimeout(60_000)

let redis: RedisServer
let standIn: StandIn
let instances: Instance[]
let nginx: Nginx
let token: string

beforeEach(async () => {
  ;[redis, standIn] = await Promise.all([startRedis(), startStandIn({ delay: 20 })])
})
afterEach(async () => {
  await Promise.all([nginx.close(), ...instances.map((instance) => instance.stop('SIGKILL'))])
  await Promise.all([redis.close(), standIn.close()])
})

async function start(env: NodeJS.ProcessEnv = {}, args: string[] = []) {
  const environment = {
    WECHAT_APPID: 'wx0001',
    WECHAT_SECRET: 'secret-of-the-account',
    WECHAT_BASE_URL: standIn.url,
    OCR_APPS: `${APP.appid}:${APP.secret}`,
    REDIS_URL: redis.url,
    ...env,
  }
  const launch = () => startInstance(['--engine', 'wechat', ...args], environment)
  instances = await Promise.all([launch(), launch()])
  nginx = await startNginx(instances.map(({ origin }) => origin))
  const body = JSON.stringify({ grant_type: 'client_credential', ...APP })
  const issued = await fetch(`${nginx.origin}/cgi-bin/stable_token`, { method: 'POST', body })
  token = String(((await issued.json()) as { access_token: string }).access_token)
}

async function ask(origin = nginx.origin) {
  const response = await fetch(`${origin}/cv/ocr/idcard?access_token=${token}`, {
    method: 'POST',
    body: formOf(PICTURE),
  })
  return { status: response.status, answer: await response.json() }
}

const askMany = (count: number) => Promise.all(Array.from({ length: count }, () => ask()))

async function answeredBy({ origin }: Instance): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  return Number(/^ocr_requests_total\{card="idcard",errcode="0"\} (\d+)$/m.exec(text)?.[1] ?? 0)
}

it('share the work, one WeChat token, and the tokens that they issue', async () => {
  await start()
  const answers = await askMany(40)
  expect(answers.filter(({ answer }) => JSON.stringify(answer) === JSON.stringify(OK))).toHaveLength(40)
  const [one = 0, two = 0] = await Promise.all(instances.map(answeredBy))
  expect(one + two).toBe(40)
  expect(Math.min(one, two)).toBeGreaterThan(0)
  expect(standIn.tokenRequests).toEqual({ plain: 0, stable: 1, forced: 0 })
})

it('keep the quota of a day together, to the call', async () => {
  await start({ WECHAT_DAILY_LIMIT: '25' })
  const errcodes = (await askMany(40)).map(({ answer }) => (answer as { errcode: number }).errcode)
  expect(errcodes.filter((errcode) => errcode === 0)).toHaveLength(25)
  expect(errcodes.filter((errcode) => errcode === 101003)).toHaveLength(15)
  expect(standIn.calls).toHaveLength(25)
})

it('keep the rate of a caller together', async () => {
  await start({}, ['--rate', '30'])
  // Should the minute change meanwhile, ask in the next one.
  await setTimeout(new Date().getSeconds() > 50 ? 11_000 : 0)
  const statuses = (await askMany(40)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(30)
  expect(statuses.filter((status) => status === 429)).toHaveLength(10)
})

it('lose no request when one is stopped under load', async () => {
  await start()
  const answers: Awaited<ReturnType<typeof ask>>[] = []
  let isOver = false
  const clients = Array.from({ length: 20 }, async () => {
    while (!isOver) answers.push(await ask())
  })
  while (answers.length < 100) await setTimeout(10)
  expect(await instances[0]?.stop('SIGTERM')).toBe(0)
  const before = answers.length
  while (answers.length < before + 100) await setTimeout(10)
  isOver = true
  await Promise.all(clients)
  expect(
    answers.filter(({ status, answer }) => status !== 200 || (answer as { errcode: number }).errcode !== 0),
  ).toEqual([])
})

it('answer everything while Redis is gone, and share again when it is back', async () => {
  await start()
  await ask()
  await redis.stop()
  const without = await askMany(20)
  await redis.start()
  const again = await askMany(20)
  expect([...without, ...again].filter(({ answer }) => JSON.stringify(answer) !== JSON.stringify(OK))).toEqual([])
  expect(standIn.calls).toHaveLength(41)
})
