import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { SignJWT } from 'jose'
import sharp from 'sharp'
import { Pool } from 'undici'
import { seededRandom } from '../../samples/random'
import { startInstance, type Instance } from '../tools/instance'
import { childrenOf } from '../tools/process'
import { startRedis } from '../tools/redis'
import { RESULTS } from '../wechat/replies'
import { startStandIn } from '../wechat/stand-in'
import { CONTENT_TYPE, formBytes, mutate } from './mutate'

const SAMPLES = path.join(__dirname, '../../../demo/samples')
const JWT_KEY = 'SECRET-key-of-the-callers-tokens-0123456789'
const ACCOUNT = { appid: 'wx0001', secret: 'SECRET-of-the-account' }
const APP = { appid: 'wx0002', secret: 'SECRET-of-the-app' }
const OPENID = 'SECRET-openid-of-somebody'
/** Stands in every photo that is sent, beside its pixels. */
const MARK = 'SECRET-MARK-IN-THE-PHOTO'
const AT_A_TIME = 8
const MAX_CRASHES = 3
const SHARE_OF_WECHAT = 0.5

export interface ResidueReport {
  cards: number
  /** How many answers had each errcode. */
  answers: Record<string, number>
  /** How many of them WeChat's stand-in was sent; the others that could be read went to this machine's own engine. */
  sentToWechat: number
  /** How many bytes each place held that was searched. */
  searched: Record<string, number>
  /** Secrets that were looked for, in four spellings each. */
  secrets: number
  /** Where which of them was found. Must be empty. */
  found: string[]
}

/**
 * Sends cards to a server that logs everything it can, breaks its recogniser on the way, and searches through all that
 * it wrote for what it was sent, what it answered and what it knows.
 */
export async function searchResidue(cards: number): Promise<ResidueReport> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ocr-residue-'))
  const [redis, standIn] = await Promise.all([
    startRedis(),
    startStandIn({ apps: { [ACCOUNT.appid]: ACCOUNT.secret } }),
  ])
  writeFileSync(path.join(folder, 'secret'), ACCOUNT.secret)
  const server = await startInstance(
    ['--engine', 'wechat,embedded', '--authorize', 'jwt', '--log', 'trace', '--rate', '100000'],
    {
      TMPDIR: folder,
      WECHAT_APPID: ACCOUNT.appid,
      WECHAT_SECRET_FILE: path.join(folder, 'secret'),
      WECHAT_BASE_URL: standIn.url,
      // The rest goes to this machine's own engine.
      WECHAT_DAILY_LIMIT: String(Math.floor(cards * SHARE_OF_WECHAT)),
      OCR_APPS: `${APP.appid}:${APP.secret}`,
      OCR_JWT_KEY: JWT_KEY,
      REDIS_URL: redis.url,
    },
    folder,
  )
  const pool = new Pool(server.origin, { connections: AT_A_TIME })
  const secrets = new Set([ACCOUNT.secret, APP.secret, JWT_KEY, OPENID, MARK])
  const answers: Record<string, number> = {}
  const pictures = await samplePictures()
  const tokens = await tokensOf(server, secrets)
  let next = 0
  let crashes = 0

  await Promise.all(Array.from({ length: AT_A_TIME }, work))
  rmSync(path.join(folder, 'secret'))
  for (const truth of Object.values(RESULTS)) collect(truth, secrets)
  const metrics = await (await fetch(`${server.origin}/metrics`)).text()
  const redisText = await dumpRedis(redis.url)
  await pool.close()
  await server.stop()
  const places: Record<string, Buffer> = {
    'stdout and stderr': Buffer.from(server.output()),
    'temporary and working folder': readAll(folder),
    'Redis, keys and values': Buffer.from(redisText),
    "Redis's files": readAll(redis.folder),
    metrics: Buffer.from(metrics),
  }
  const sentToWechat = standIn.calls.length
  const report = {
    cards,
    answers,
    sentToWechat,
    searched: sizesOf(places),
    secrets: secrets.size,
    found: find(secrets, places),
  }
  await Promise.all([redis.close(), standIn.close()])
  rmSync(folder, { recursive: true, force: true })
  return report

  async function work() {
    while (next < cards) {
      const index = next++
      const random = seededRandom(2026, `residue ${index}`)
      const { card, image } = random.pick(pictures)
      const marked = Buffer.concat([image, Buffer.from(MARK)])
      const form = formBytes(random.chance(0.2) ? mutate(marked, random) : marked, random)
      const body = random.chance(0.1) ? mutate(form, random) : form
      const { query, headers } = random.pick(tokens)
      const address = random.chance(0.05) ? `&img_url=https%3A%2F%2Fpictures.invalid%2F${MARK}` : ''
      if (index > cards * 0.97 && crashes++ < MAX_CRASHES)
        childrenOf(server.pid).forEach((pid) => process.kill(pid, 'SIGSEGV'))
      const response = await pool.request({
        path: `/cv/ocr/${card}?type=photo&${query}${address}`,
        method: 'POST',
        headers: { 'content-type': CONTENT_TYPE, ...headers },
        body,
      })
      const answer = (await response.body.json()) as Record<string, unknown>
      answers[String(answer.errcode)] = (answers[String(answer.errcode)] ?? 0) + 1
      collect(answer, secrets)
    }
  }
}

/** The ways to be let in: a token of this server, a JWT of a user, and one that is wrong. */
async function tokensOf({ origin }: Instance, secrets: Set<string>) {
  const body = JSON.stringify({ grant_type: 'client_credential', ...APP })
  const issued = await fetch(`${origin}/cgi-bin/stable_token`, { method: 'POST', body })
  const { access_token } = (await issued.json()) as { access_token: string }
  await fetch(`${origin}/cgi-bin/token?grant_type=client_credential&appid=${APP.appid}&secret=${APP.secret}`)
  const jwt = await new SignJWT({ sub: OPENID })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(Buffer.from(JWT_KEY))
  for (const token of [access_token, jwt])
    token
      .split('.')
      .slice(1)
      .forEach((part) => secrets.add(part))
  secrets.add('_TOKEN_xxx')
  return [
    { query: `access_token=${access_token}`, headers: {} },
    { query: '', headers: { authorization: `Bearer ${jwt}`, cookie: MARK } },
    { query: `access_token=${MARK}`, headers: { 'user-agent': MARK } },
  ]
}

async function samplePictures() {
  const files = readdirSync(SAMPLES).filter((file) => file.endsWith('.jpg') && !file.includes('photo'))
  const shrink = (file: string) => sharp(path.join(SAMPLES, file)).resize(900).jpeg({ quality: 80 }).toBuffer()
  return Promise.all(files.map(async (file) => ({ card: cardOf(file), image: await shrink(file) })))
}

function cardOf(file: string): string {
  if (file.startsWith('bankcard')) return 'bankcard'
  return file.startsWith('vehicle') ? 'driving' : 'idcard'
}

/** Every value of a card that is long enough to be told from chance. */
function collect(fields: Record<string, unknown>, secrets: Set<string>) {
  for (const [name, value] of Object.entries(fields)) {
    const isTelling = typeof value === 'string' && (/[^\x20-\x7e]{2}/.test(value) || value.length >= 8)
    if (isTelling && name !== 'errmsg') secrets.add(value)
  }
}

function find(secrets: Set<string>, places: Record<string, Buffer>): string[] {
  return [...secrets].flatMap((secret) =>
    Object.entries(places).flatMap(([place, bytes]) =>
      spellings(secret).some((text) => bytes.includes(text)) ? [`${secret}: ${place}`] : [],
    ),
  )
}

function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const escaped = JSON.stringify(secret)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)
  return [
    secret,
    encodeURIComponent(secret),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('hex'),
    escaped,
  ]
}

async function dumpRedis(url: string): Promise<string> {
  const client = new Redis(url)
  const keys = await client.keys('*')
  const values = await Promise.all(keys.map((key) => client.get(key)))
  await client.save()
  await setTimeout(100)
  client.disconnect()
  return [...keys, ...values].join('\n')
}

function readAll(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name))
  const contents = files
    .filter((file) => statSync(file).isFile())
    .flatMap((file) => [Buffer.from(`${file}\n`), readFileSync(file)])
  return Buffer.concat(contents)
}

function sizesOf(places: Record<string, Buffer>): Record<string, number> {
  return Object.fromEntries(Object.entries(places).map(([place, { length }]) => [place, length]))
}
