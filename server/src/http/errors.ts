import type { FastifyReply, FastifyRequest } from 'fastify'
import { ApiError } from '../api-error'
import { errorAnswer } from './answer'
import { codeOf } from './describe-error'
import { NOT_A_FORM } from './image'
import { pathOf } from './log'

/** WeChat answers everything with HTTP status 200; the code is in the body. Only "come back later" is 429, for proxies' sake. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const apiError = toApiError(error, request)
  if (!apiError) request.log.error({ err: error }, 'unforeseen error')
  reply.errcode = apiError?.errcode ?? -1
  const seconds = apiError?.retryAfter
  if (seconds !== undefined) reply.header('retry-after', seconds)
  reply.code(seconds === undefined ? 200 : 429).send(errorAnswer(apiError ?? error))
}

export function answerNotFound(request: FastifyRequest, reply: FastifyReply) {
  reply.code(200).send(errorAnswer(notFound(request)))
}

function toApiError(error: unknown, request: FastifyRequest): ApiError | undefined {
  if (error instanceof ApiError) return error
  if (request.is404) return notFound(request)
  if (codeOf(error) === 'FST_ERR_BAD_URL') return new ApiError(40066)
  if (codeOf(error) === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return NOT_A_FORM
  return undefined
}

function notFound(request: FastifyRequest): ApiError {
  const isKnownPath = request.server.hasRoute({ method: 'POST', url: pathOf(request.url) })
  return new ApiError(isKnownPath ? 43002 : 40066)
}
