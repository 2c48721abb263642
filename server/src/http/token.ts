import type { FastifyInstance } from 'fastify'
import { ApiError } from '../api-error'
import type { AppTokens } from './authorize/app-tokens'
import type { Identity } from './authorize/authorize'

type Values = Record<string, unknown>

const MAX_BODY_BYTES = 4096

export interface TokenOptions {
  appTokens: AppTokens
  limitRate: (identity: Identity) => Promise<void>
}

/** WeChat's `/cgi-bin/token` and `/cgi-bin/stable_token`, for the app credentials of this server, as a fastify plugin. */
export async function tokenRoutes(app: FastifyInstance, { appTokens, limitRate }: TokenOptions): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MAX_BODY_BYTES }, (_request, body, done) =>
    done(null, body),
  )

  // Nobody tries out secrets at leisure.
  app.addHook('onRequest', ({ ip }) => limitRate(`address:${ip}`))

  app.route<{ Querystring: Values }>({
    method: ['GET', 'POST'],
    url: '/cgi-bin/token',
    handler: ({ query }) => appTokens.issue(...credentialsOf(query)),
  })

  app.post('/cgi-bin/stable_token', ({ body }) => {
    const values = parse(body)
    return appTokens.issueStable(...credentialsOf(values), values.force_refresh === true)
  })
}

function credentialsOf({ grant_type, appid, secret }: Values): [appid: string, secret: string] {
  if (grant_type !== 'client_credential') throw new ApiError(40002)
  if (typeof appid !== 'string' || !appid) throw new ApiError(41002)
  if (typeof secret !== 'string' || !secret) throw new ApiError(41004)
  return [appid, secret]
}

/** The parser's own message would quote the body, and with it the secret. */
function parse(body: unknown): Values {
  try {
    const value: unknown = JSON.parse(String(body))
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch {
    // The same answer as for JSON that is no object.
  }
  throw new ApiError(47001, 'send a JSON object')
}
