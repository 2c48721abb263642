import { Server, type Socket } from 'node:net'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Milliseconds until it takes no more connections, though they do not stop coming. */
const TAKING = 10_000
/** Milliseconds in which a connection that was taken should have sent the beginning of a request. */
const FIRST_REQUEST = 1000
const POLL = 10
/** Of a turn of Node's loop with nothing to do, in milliseconds: in a longer one a connection may have come that nobody saw... */
const IDLE_TURN = 0.03
/** ...and how long to wait for one: a slow machine may have none as short. */
const IDLE_WITHIN = 1000

/**
 * Loses no request that has reached this machine when the server closes: Node's own close() ends every connection on which no
 * request has begun, even if one has arrived there and only was not read yet.
 *
 * @param limit milliseconds that the last requests may take
 */
export function stopGently(app: FastifyInstance, limit: number) {
  const fresh = new Set<Socket>()
  let taken = 0
  app.server.on('connection', (socket: Socket) => {
    taken++
    fresh.add(socket)
    socket.once('close', () => fresh.delete(socket))
  })
  app.server.on('request', ({ socket }) => fresh.delete(socket))
  app.addHook('onSend', endConnectionWhenStopping)

  app.addHook('preClose', async () => {
    await nobodyWaits()
    Server.prototype.close.call(app.server)
    const until = performance.now() + FIRST_REQUEST
    while (fresh.size > 0 && performance.now() < until) await setTimeout(POLL)
    // Node stops checking its time limits when it closes; an upload that stalls would keep it from ever ending.
    globalThis.setTimeout(() => app.server.closeAllConnections(), limit).unref()
  })

  /** The system keeps connections in a queue, of which Node takes one in each turn of its loop; closing resets the rest. */
  async function nobodyWaits() {
    const start = performance.now()
    // To the end of the turn in which the signal came.
    await setImmediate()
    for (;;) {
      const [before, began] = [taken, performance.now()]
      await setImmediate()
      const now = performance.now()
      const patience = taken > before ? TAKING : now - began > IDLE_TURN ? IDLE_WITHIN : 0
      if (now - start >= patience) return
    }
  }
}

/** A client that keeps its connection would otherwise keep a stopping server up until the idle time is over. */
async function endConnectionWhenStopping({ server }: FastifyRequest, reply: FastifyReply) {
  if (!server.server.listening) reply.header('connection', 'close')
}
