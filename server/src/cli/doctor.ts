import { basename } from 'node:path'
import { arch, availableParallelism, platform, totalmem } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { ApiError } from '../api-error'
import { CARDS } from '../engines/engine'
import { createEmbeddedEngine } from '../engines/embedded'
import { describeEngine } from '../engines/embedded/describe-engine'
import { readPicture } from './recognize'
import { accountFromSettings, setting } from './settings'
import { print, UsageError } from './usage'
import { askWechat, type Picture } from './wechat-questions'

/** The smallest PNG: one grey pixel, which is no card. */
const BLANK = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)
const EXIT_SICK = 1
const REDIS_PATIENCE = 3000

/**
 * Says what works on this machine and, with an account, how WeChat really answers: its documents contradict each other. The report
 * holds names and shapes, never a value of a card, a token or a secret, so that it can be sent to somebody.
 */
export async function doctor(operands: string[]): Promise<void> {
  const pictures = await Promise.all(operands.map(toPicture))
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  print(`machine     ${platform()} ${arch()}, ${availableParallelism()} cores, ${memory}, Node ${process.version}`)
  await check('embedded', checkEmbedded)
  await check('redis', checkRedis)
  await check('wechat', async () => {
    if (!setting('WECHAT_APPID')) return 'not configured: set WECHAT_APPID and WECHAT_SECRET'
    const answers = await askWechat(accountFromSettings(), pictures, BLANK, setting('WECHAT_BASE_URL'))
    return ['answers', ...answers].join('\n            ')
  })
}

async function check(name: string, examine: () => Promise<string>) {
  try {
    print(`${name.padEnd(12)}${await examine()}`)
  } catch (error) {
    process.exitCode = EXIT_SICK
    const reason = error instanceof ApiError || error instanceof UsageError ? error.message : 'it broke down'
    print(`${name.padEnd(12)}FAILED: ${reason}`)
  }
}

async function checkEmbedded(): Promise<string> {
  const engine = createEmbeddedEngine()
  const startedAt = performance.now()
  try {
    await engine.recognize('idcard', BLANK, 'photo')
    throw new UsageError('it found a card where there is none')
  } catch (error) {
    if (!(error instanceof ApiError && error.errcode === 101001)) throw error
    const ready = `reads pictures, ready after ${Math.round(performance.now() - startedAt)} ms`
    return [ready, ...(await modelsInUse())].join('\n            ')
  } finally {
    await engine.close()
  }
}

async function modelsInUse(): Promise<string[]> {
  const { runtime, threads, workers, models } = await describeEngine()
  const files = models.map(
    ({ role, file, sha256 }) => `${role.padEnd(6)}${basename(file)}, SHA-256 ${sha256.slice(0, 12)}…`,
  )
  return [`${runtime}, ${threads} threads, ${workers} processes`, ...files]
}

async function checkRedis(): Promise<string> {
  const url = setting('REDIS_URL')
  if (!url) return 'not configured: one instance alone needs none'
  const { createRedisStore } = await import('../store/redis')
  const store = createRedisStore(url)
  const startedAt = performance.now()
  const noAnswer = setTimeout(REDIS_PATIENCE, false, { ref: false })
  const answers = await Promise.race([
    store.ping().then(
      () => true,
      () => false,
    ),
    noAnswer,
  ])
  await store.close()
  if (!answers) throw new UsageError('it does not answer at REDIS_URL; instances would not share anything')
  return `answers, ${Math.round(performance.now() - startedAt)} ms with the connection`
}

/** `idcard=photo.jpg` */
async function toPicture(operand: string): Promise<Picture> {
  const [name, file] = operand.split('=')
  const card = CARDS.find((known) => known === name)
  if (!card || !file) throw new UsageError('doctor takes pictures as idcard=photo.jpg')
  return { card, image: await readPicture(file) }
}
