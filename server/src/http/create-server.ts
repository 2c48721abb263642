import { fastify, type FastifyInstance } from 'fastify'
import { createEmbeddedEngine } from '../engines/embedded'
import type { Engine } from '../engines/engine'
import { createMemoryStore } from '../store/memory'
import type { Store } from '../store/store'
import { createAppTokens, type App } from './authorize/app-tokens'
import type { Authorize } from './authorize/authorize'
import { createIdentify } from './authorize/identify'
import { answerError, answerNotFound } from './errors'
import { createGate, type GateOptions } from './gate'
import { healthRoutes } from './health'
import type { FetchImage, ImageFetcher } from './image-url/fetch-image'
import { safeLogger, type LoggerOption } from './log'
import { createMetrics } from './metrics'
import { ocrRoutes } from './ocr'
import { documentationRoutes } from './openapi'
import { createRateLimit } from './rate-limit'
import { stopGently } from './stop'
import { tokenRoutes } from './token'

/** Milliseconds that a request may take to arrive; wx.uploadFile itself gives up after 60 s. */
const REQUEST_TIMEOUT = 60_000
const DEFAULT_CAPACITY = 32
const DEFAULT_WAITING = 128

declare module 'fastify' {
  interface FastifyReply {
    /** Of the answer, when it is an error. */
    errcode?: number
  }
}

export interface ServerOptions {
  /** Recognises the cards. Left out, the server makes an embedded one and closes it with itself. */
  engine?: Engine
  /** Fastify's logger option; off by default. Query strings, headers, bodies and error messages are never logged. */
  logger?: LoggerOption
  /** Who may use it. Without this and `apps`, whoever connects from this machine. */
  authorize?: Authorize
  /** Credentials that /cgi-bin/token and /cgi-bin/stable_token issue access tokens for. */
  apps?: App[]
  /** Serves anybody from anywhere when there is neither `authorize` nor `apps`. Only for a network of your own. */
  allowAnonymous?: boolean
  /** Requests a minute for each identity. No limit by default. */
  ratePerMinute?: number
  /** Requests at a time: as many as the engine takes, and 128 that wait, by default. */
  limits?: Partial<GateOptions>
  /** Takes `img_url` with http:// as well; only https:// by default. */
  allowHttp?: boolean
  /** Gets the picture of `img_url`; by default from public addresses alone. */
  fetchImage?: FetchImage
  /** What instances share; this process's memory by default. */
  store?: Store
  /** Milliseconds since 1970. */
  now?: () => number
}

/**
 * WeChat's OCR API as a fastify instance. The caller decides where it listens: `await server.listen({ host, port })`.
 * `await server.close()` finishes the answers in flight first.
 */
export function createServer(options: ServerOptions = {}): FastifyInstance {
  const { logger, authorize, apps = [], allowAnonymous = false, ratePerMinute, now = Date.now } = options
  const app = fastify({
    logger: safeLogger(logger),
    requestTimeout: REQUEST_TIMEOUT,
    return503OnClosing: false,
    frameworkErrors: answerError,
  })
  app.decorateReply('errcode', undefined)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(answerNotFound)
  stopGently(app, REQUEST_TIMEOUT)

  const engine = options.engine ?? ownEngine(app)
  const { store = createMemoryStore(now), fetchImage = ownImageFetcher(app, options.allowHttp) } = options
  const gate = createGate({ active: engine.capacity ?? DEFAULT_CAPACITY, waiting: DEFAULT_WAITING, ...options.limits })
  const appTokens = apps.length > 0 ? createAppTokens(apps, store, now) : undefined
  const identify = createIdentify({ authorize, appTokens, allowAnonymous })
  const limitRate = createRateLimit(ratePerMinute, store, now)
  const metrics = createMetrics(app, engine, gate)

  app.register(healthRoutes)
  app.register(documentationRoutes)
  app.register(ocrRoutes, { engine, gate, metrics, identify, limitRate, fetchImage })
  if (appTokens) app.register(tokenRoutes, { appTokens, limitRate })
  return app
}

function ownEngine(app: FastifyInstance): Engine {
  const engine = createEmbeddedEngine()
  app.addHook('onClose', () => engine.close())
  return engine
}

/** Loaded with the first `img_url`: most servers never see one. */
function ownImageFetcher(app: FastifyInstance, allowHttp = false): FetchImage {
  let fetcher: Promise<ImageFetcher> | undefined
  app.addHook('onClose', async () => (await fetcher)?.close())
  return async (url) => {
    fetcher ??= import('./image-url/fetch-image').then(({ createImageFetcher }) => createImageFetcher({ allowHttp }))
    return (await fetcher).fetch(url)
  }
}
