import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { createEmbeddedEngine } from '../engines/embedded'
import type { Engine } from '../engines/engine'
import { answerError, answerNotFound } from './errors'
import { safeLogger, type LoggerOption } from './log'
import { ocrRoutes } from './ocr'

/** Milliseconds that a request may take to arrive; wx.uploadFile itself gives up after 60 s. */
const REQUEST_TIMEOUT = 60_000

export interface ServerOptions {
  /** Recognises the cards. Left out, the server makes an embedded one and closes it with itself. */
  engine?: Engine
  /** Fastify's logger option; off by default. Query strings, headers, bodies and error messages are never logged. */
  logger?: LoggerOption
}

/**
 * WeChat's OCR API as a fastify instance. The caller decides where it listens: `await server.listen({ host, port })`.
 * `await server.close()` finishes the answers in flight first.
 */
export function createServer({ engine, logger }: ServerOptions = {}): FastifyInstance {
  const app = fastify({
    logger: safeLogger(logger),
    requestTimeout: REQUEST_TIMEOUT,
    return503OnClosing: false,
    frameworkErrors: answerError,
  })
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(answerNotFound)
  app.addHook('onSend', endConnectionWhenStopping)
  app.addHook('preClose', () => limitClosing(app))
  app.get('/healthz', () => ({ status: 'ok' }))
  app.register(ocrRoutes, { engine: engine ?? ownEngine(app) })
  return app
}

function ownEngine(app: FastifyInstance): Engine {
  const engine = createEmbeddedEngine()
  app.addHook('onClose', () => engine.close())
  return engine
}

/** A client that keeps its connection would otherwise keep a stopping server up until the idle time is over. */
async function endConnectionWhenStopping({ server }: FastifyRequest, reply: FastifyReply) {
  if (!server.server.listening) reply.header('connection', 'close')
}

/** Node stops checking its time limits when it closes; an upload that stalls would keep it from ever ending. */
async function limitClosing({ server }: FastifyInstance) {
  setTimeout(() => server.closeAllConnections(), REQUEST_TIMEOUT).unref()
}
