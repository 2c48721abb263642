import type { FastifyInstance } from 'fastify'

/** For whatever restarts a server that hangs, `/healthz`; for whatever sends it requests, `/readyz`: 503 once it stops. */
export async function healthRoutes(app: FastifyInstance): Promise<void> {
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', (_request, reply) => {
    const isReady = app.server.listening
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'stopping' })
  })
}
