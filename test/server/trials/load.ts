import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import path from 'node:path'
import autocannon from 'autocannon'
import { Agent, Client } from 'undici'
import { seededRandom } from '../../samples/random'
import { startInstance, type Instance } from '../tools/instance'
import { peakMegabytes, residentMegabytes } from '../tools/process'
import { CONTENT_TYPE, formBytes } from './mutate'

const ACCOUNT = { appid: 'wx0001', secret: 'secret-of-the-account' }
const WECHAT_DELAY = 300
const CONNECTIONS = 10
/** For the stop. */
const CLIENTS = 50
const SECONDS = 6
const ROUNDS = 5
const BAR = 1.15
const MB = 1024 * 1024
/** As a mini-program sends it: compressed to well below 2 MB. */
const FORM = formBytes(randomBytes(200_000), seededRandom(1, 'load'))

/** Throughput and latency, 500 uploads at once, and a stop under load. */
export async function load(): Promise<boolean> {
  const standIn = await startScript('stand-in-process.ts', String(WECHAT_DELAY))
  try {
    return [
      await compare(standIn.origin),
      await uploadsAtOnce(standIn.origin),
      await stopUnderLoad(standIn.origin),
    ].every(Boolean)
  } finally {
    standIn.stop()
  }
}

/** The server and a bare pass-through in turns, so that both meet the same noise. */
async function compare(standInUrl: string): Promise<boolean> {
  const [server, bare] = await Promise.all([serverBefore(standInUrl), startScript('pass-through.ts', standInUrl)])
  const token = await stableToken(standInUrl)
  const rounds: { server: Run; bare: Run }[] = []
  await shoot(server.origin, '', 1)
  await shoot(bare.origin, token, 1)
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({ bare: await shoot(bare.origin, token, SECONDS), server: await shoot(server.origin, '', SECONDS) })
  }
  await server.stop()
  bare.stop()

  const of = (who: 'server' | 'bare', figure: (run: Run) => number) => median(rounds.map((round) => figure(round[who])))
  const throughput = of('bare', (run) => run.perSecond) / of('server', (run) => run.perSecond)
  const latency = of('server', (run) => run.mean) / of('bare', (run) => run.mean)
  console.log(
    `load: ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s each in turns, WeChat's stand-in takes ${WECHAT_DELAY} ms`,
  )
  for (const who of ['bare', 'server'] as const) {
    const line = [
      `${of(who, (run) => run.perSecond).toFixed(1)} requests/s`,
      `mean ${of(who, (run) => run.mean).toFixed(0)} ms`,
      `p50 ${of(who, (run) => run.p50)} ms`,
      `p97.5 ${of(who, (run) => run.p97)} ms`,
      `${rounds.reduce((total, round) => total + round[who].bad, 0)} bad`,
    ]
    console.log(`  ${who === 'bare' ? 'bare undici pass-through' : 'engine wechat           '} ${line.join(', ')}`)
  }
  console.log(`  latency × ${latency.toFixed(3)}, throughput ÷ ${throughput.toFixed(3)}, bar ${BAR}`)
  return latency <= BAR && throughput <= BAR && rounds.every((round) => round.server.bad + round.bare.bad === 0)
}

interface Run {
  perSecond: number
  mean: number
  p50: number
  p97: number
  bad: number
}

async function shoot(origin: string, token: string, duration: number): Promise<Run> {
  const result = await autocannon({
    url: `${origin}/cv/ocr/idcard?type=photo&access_token=${token}`,
    method: 'POST',
    headers: { 'content-type': CONTENT_TYPE },
    body: FORM,
    connections: CONNECTIONS,
    duration,
    verifyBody: (body: unknown) => String(body).includes('"errcode":0'),
  })
  const { latency, requests, errors, timeouts, mismatches, non2xx } = result
  const perSecond = requests.total / result.duration
  return {
    perSecond,
    mean: latency.mean,
    p50: latency.p50,
    p97: latency.p97_5,
    bad: errors + timeouts + mismatches + non2xx,
  }
}

/** 500 files of 1 MB, each on a connection of its own, all begun before any is answered. */
async function uploadsAtOnce(standInUrl: string): Promise<boolean> {
  const [uploads, bound] = [500, 400]
  const server = await serverBefore(standInUrl)
  await shoot(server.origin, '', 1)
  const before = residentMegabytes(server.pid)
  const form = formBytes(randomBytes(MB), seededRandom(1, 'uploads'))
  const agent = new Agent({ connections: uploads, pipelining: 1 })
  const statuses = await Promise.all(Array.from({ length: uploads }, () => upload(agent, server.origin, form)))
  const [peak, after] = [peakMegabytes(server.pid), residentMegabytes(server.pid)]
  await agent.close()
  const answered = statuses.filter((status) => status === 200 || status === 429).length
  const served = statuses.filter((status) => status === 200).length
  console.log(
    `load: ${uploads} uploads of 1 MB at once: ${answered} answered, ${served} of them with a card, the others 429`,
  )
  console.log(`  memory ${before} MB before, ${peak} MB at most, ${after} MB after; bound ${bound} MB at most`)
  await server.stop()
  return answered === uploads && served > 0 && peak <= bound
}

async function upload(agent: Agent, origin: string, body: Buffer): Promise<number | string> {
  try {
    const headers = { 'content-type': CONTENT_TYPE }
    const response = await agent.request({ origin, path: '/cv/ocr/idcard', method: 'POST', headers, body })
    await response.body.text()
    return response.statusCode
  } catch (error) {
    return String(error)
  }
}

/** Clients that take a new connection for each request: what was refused was never taken; what was taken has to be answered. */
async function stopUnderLoad(standInUrl: string): Promise<boolean> {
  const server = await serverBefore(standInUrl)
  const outcomes: Record<string, number> = {}
  let isStopped = false
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (!isStopped) {
      const outcome = await askOnce(server.origin)
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      if (outcome === 'refused') return
    }
  })
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const code = await server.stop('SIGTERM')
  isStopped = true
  await Promise.all(clients)
  const lost = Object.entries(outcomes).filter(([outcome]) => !['answered', 'refused'].includes(outcome))
  console.log(
    `load: SIGTERM under ${CLIENTS} clients: ${JSON.stringify(outcomes)}, exit code ${String(code)}, lost ${lost.length}`,
  )
  return lost.length === 0 && code === 0
}

async function askOnce(origin: string): Promise<string> {
  const client = new Client(origin)
  try {
    const headers = { 'content-type': CONTENT_TYPE }
    const response = await client.request({ path: '/cv/ocr/idcard', method: 'POST', headers, body: FORM })
    const { errcode } = (await response.body.json()) as { errcode: number }
    return errcode === 0 ? 'answered' : `errcode ${errcode}`
  } catch (error) {
    const { code } = error as { code?: string }
    return code === 'ECONNREFUSED' ? 'refused' : `lost: ${code ?? error}`
  } finally {
    await client.destroy()
  }
}

function serverBefore(standInUrl: string): Promise<Instance> {
  return startInstance(['--engine', 'wechat'], {
    WECHAT_APPID: ACCOUNT.appid,
    WECHAT_SECRET: ACCOUNT.secret,
    WECHAT_BASE_URL: standInUrl,
  })
}

async function stableToken(standInUrl: string): Promise<string> {
  const body = JSON.stringify({ grant_type: 'client_credential', ...ACCOUNT })
  const response = await fetch(`${standInUrl}/cgi-bin/stable_token`, { method: 'POST', body })
  return ((await response.json()) as { access_token: string }).access_token
}

async function startScript(name: string, argument: string) {
  const tsx = require.resolve('tsx/cli')
  const child = spawn(process.execPath, [tsx, path.join(__dirname, name), argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  return { origin: String(line).trim().replace('listens on ', ''), stop: () => void child.kill() }
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}
