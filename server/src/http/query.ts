import type { FastifyRequest } from 'fastify'

/** The query's parameters. Repeated ones arrive as arrays. */
export interface OcrQuery {
  type?: unknown
  img_url?: unknown
  access_token?: unknown
  /** Not WeChat's: 1 for the engine's confidence in each field. */
  confidence?: unknown
}

export type OcrRequest = FastifyRequest<{ Querystring: OcrQuery }>
