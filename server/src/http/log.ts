import type { FastifyRequest, FastifyServerOptions } from 'fastify'
import { describeError } from './describe-error'

export type LoggerOption = FastifyServerOptions['logger']

/** The path alone: the query holds the access token. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url
}

const serializers = {
  req: ({ method, url, ip }: FastifyRequest) => ({ method, path: pathOf(url), ip }),
  err: describeError,
}

/** The caller's logger, made unable to write a query string, a header, a body or an error's message. */
export function safeLogger(logger: LoggerOption): LoggerOption {
  if (!logger) return false
  return { ...(logger === true ? {} : logger), serializers }
}
