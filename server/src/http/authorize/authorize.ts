import type { FastifyRequest } from 'fastify'

/** Who a request comes from: one identity is one caller to the rate limit. */
export type Identity = string

/** Tells who a request comes from; undefined when nobody that is welcome. Throwing counts as undefined too. */
export type Authorize = (request: FastifyRequest) => Identity | undefined | Promise<Identity | undefined>
