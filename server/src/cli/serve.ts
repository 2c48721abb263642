import { isIP } from 'node:net'
import { codeOf } from '../http/describe-error'
import { createServer } from '../http/create-server'
import { isLoopback } from '../http/authorize/loopback'
import {
  appsFromSettings,
  authorizeFromSettings,
  engineFromSettings,
  setting,
  storeFromSettings,
  toCount,
} from './settings'
import { print, UsageError } from './usage'

/** It takes identity papers from anybody who can reach it, so it stays on this machine unless it knows whom it serves. */
const DEFAULT_HOST = '127.0.0.1'
const DEFAULT_PORT = '8080'

export interface ServeOptions {
  port?: string
  host?: string
  engine?: string
  authorize?: string
  rate?: string
  log?: string
  'allow-anonymous'?: boolean
  'allow-http'?: boolean
}

export async function serve(operands: string[], options: ServeOptions): Promise<void> {
  if (operands.length > 0) throw new UsageError('serve takes no operand.')
  const port = toPort(options.port ?? setting('PORT') ?? DEFAULT_PORT)
  const authorize = authorizeFromSettings(options.authorize ?? setting('OCR_AUTHORIZE'))
  const apps = appsFromSettings()
  const host = options.host ?? setting('HOST') ?? DEFAULT_HOST
  const allowAnonymous = options['allow-anonymous'] ?? false
  if (!authorize && apps.length === 0 && !allowAnonymous) requireLoopback(host)
  const rate = options.rate ?? setting('OCR_RATE')
  const ratePerMinute = rate === undefined ? undefined : toCount(rate, '--rate')
  const level = options.log ?? setting('LOG_LEVEL')

  const store = await storeFromSettings()
  const engine = await engineFromSettings(options.engine ?? setting('OCR_ENGINE') ?? 'embedded', store)
  const server = createServer({
    engine,
    store,
    authorize,
    apps,
    allowAnonymous,
    allowHttp: options['allow-http'],
    ratePerMinute,
    logger: level === undefined ? false : { level },
  })
  server.addHook('onClose', async () => {
    await engine.close()
    await store.close()
  })
  try {
    print(`miniprogram-ocr-server listens on ${await server.listen({ host, port })}`)
  } catch (error) {
    await server.close()
    throw new UsageError(`Port ${port} cannot be opened (${codeOf(error)}): choose another with --port.`)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close())
}

function requireLoopback(host: string) {
  if (host === 'localhost' || (isIP(host) !== 0 && isLoopback(host))) return
  throw new UsageError(
    `On ${host} others could send it identity papers: say who may with --authorize or OCR_APPS, or give --allow-anonymous.`,
  )
}

function toPort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535) throw new UsageError(`${text} is no port: give a number up to 65535.`)
  return port
}
