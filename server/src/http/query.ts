import type { FastifyRequest } from 'fastify'

/** WeChat's query parameters. Repeated ones arrive as arrays. */
export interface OcrQuery {
  type?: unknown
  img_url?: unknown
  access_token?: unknown
}

export type OcrRequest = FastifyRequest<{ Querystring: OcrQuery }>
