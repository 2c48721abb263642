import { readFileSync } from 'node:fs'
import type { Engine } from '../engines/engine'
import { createEmbeddedEngine } from '../engines/embedded'
import { createFallbackEngine } from '../engines/fallback'
import type { App } from '../http/authorize/app-tokens'
import type { Authorize } from '../http/authorize/authorize'
import { bearerJwt } from '../http/authorize/bearer-jwt'
import { cloudRun } from '../http/authorize/cloud-run'
import { codeOf } from '../http/describe-error'
import { createMemoryStore } from '../store/memory'
import type { Store } from '../store/store'
import { UsageError } from './usage'

const ENGINES = ['embedded', 'wechat', 'wechat,embedded', 'embedded,wechat']

/** A value of the environment, or of the file that `<name>_FILE` names: secrets are mounted as files. */
export function setting(name: string): string | undefined {
  const file = process.env[`${name}_FILE`]
  if (!file) return process.env[name] || undefined
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    throw new UsageError(`The file that ${name}_FILE names cannot be read (${codeOf(error)}).`)
  }
}

function required(name: string, purpose: string): string {
  const value = setting(name)
  if (value === undefined) throw new UsageError(`${purpose} needs ${name} in the environment.`)
  return value
}

/** What is not configured is not loaded, so that the plain server starts at once. */
export async function storeFromSettings(): Promise<Store> {
  const url = setting('REDIS_URL')
  if (url === undefined) return createMemoryStore()
  const { createRedisStore } = await import('../store/redis')
  return createRedisStore(url)
}

export async function engineFromSettings(name: string, store: Store): Promise<Engine> {
  if (!ENGINES.includes(name)) throw new UsageError(`${name} is no engine: give ${ENGINES.join(' or ')}.`)
  const [first, second] = await Promise.all(name.split(',').map((part) => singleEngine(part, store)))
  if (!first) throw new UsageError('Give an engine.')
  return second ? createFallbackEngine(first, second) : first
}

async function singleEngine(name: string, store: Store): Promise<Engine> {
  if (name === 'embedded') return createEmbeddedEngine()
  const { createWechatEngine } = await import('../engines/wechat')
  return createWechatEngine({
    ...accountFromSettings(),
    store,
    dailyLimit: dailyLimit(),
    baseUrl: setting('WECHAT_BASE_URL'),
  })
}

export function accountFromSettings(): App {
  const purpose = 'Engine wechat'
  return { appid: required('WECHAT_APPID', purpose), secret: required('WECHAT_SECRET', purpose) }
}

function dailyLimit(): number | undefined {
  const text = setting('WECHAT_DAILY_LIMIT')
  return text === undefined ? undefined : toCount(text, 'WECHAT_DAILY_LIMIT')
}

export function toCount(text: string, name: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`${text} is no number for ${name}.`)
  return Number(text)
}

/** `OCR_APPS`: `appid:secret` with commas, blanks or lines between. */
export function appsFromSettings(): App[] {
  const entries =
    setting('OCR_APPS')
      ?.split(/[\s,]+/)
      .filter(Boolean) ?? []
  return entries.map((entry) => {
    const [appid, secret] = entry.split(':')
    if (!appid || !secret) throw new UsageError('OCR_APPS takes appid:secret, with commas between.')
    return { appid, secret }
  })
}

export function authorizeFromSettings(name: string | undefined): Authorize | undefined {
  if (name === undefined) return undefined
  if (name === 'cloudrun') return cloudRun({ gateway: setting('OCR_GATEWAY')?.split(/[\s,]+/) })
  if (name !== 'jwt') throw new UsageError(`${name} is no way to authorize: give jwt or cloudrun.`)
  const key = required('OCR_JWT_KEY', '--authorize jwt')
  return bearerJwt({ key, issuer: setting('OCR_JWT_ISSUER'), audience: setting('OCR_JWT_AUDIENCE') })
}
