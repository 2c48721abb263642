import type { FastifyInstance } from 'fastify'
import { ERRMSG } from '../api-error'
import { CARDS, type Card } from '../engines/engine'

/**
 * The API in OpenAPI 3.0 at `/documentation`. Written by hand: a picture is read as a stream, which no schema of a route can check, and
 * so none could be generated that is true.
 */
export async function documentationRoutes(app: FastifyInstance): Promise<void> {
  const document = openApi()
  app.get('/documentation', () => document)
}

function openApi() {
  return {
    openapi: '3.0.3',
    info: {
      title: 'miniprogram-ocr-server',
      version: '1',
      description:
        "WeChat's card OCR API. Every answer has HTTP status 200 and an errcode, but 429 for: come back later.",
    },
    paths: {
      ...Object.fromEntries(CARDS.map((card) => [`/cv/ocr/${card}`, { post: recognition(card) }])),
      '/cgi-bin/token': { get: issue('getAccessToken', { parameters: CREDENTIALS.map(inQuery) }) },
      '/cgi-bin/stable_token': { post: issue('getStableAccessToken', { requestBody: STABLE_TOKEN_BODY }) },
      '/healthz': { get: plain('isAlive', 'The process answers.') },
      '/readyz': { get: { ...plain('isReady', 'It takes requests; 503 once it stops.') } },
      '/metrics': { get: { ...plain('getMetrics', 'Prometheus metrics.') } },
    },
    components: {
      securitySchemes: {
        accessToken: { type: 'apiKey', in: 'query', name: 'access_token' },
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cloudRun: { type: 'apiKey', in: 'header', name: 'X-WX-OPENID' },
      },
      schemas: {
        Answer: {
          type: 'object',
          required: ['errcode', 'errmsg'],
          properties: {
            errcode: { type: 'integer', enum: [0, ...Object.keys(ERRMSG).map(Number)], description: describeErrors() },
            errmsg: { type: 'string', description: "ok, or WeChat's words and a hint of what to do" },
          },
          additionalProperties: { description: 'The fields of the card, as WeChat names them.' },
        },
        Token: {
          type: 'object',
          properties: { access_token: { type: 'string' }, expires_in: { type: 'integer', description: 'Seconds' } },
        },
      },
    },
  }
}

const CREDENTIALS = ['grant_type', 'appid', 'secret'] as const
const STABLE_TOKEN_BODY = json({
  type: 'object',
  required: [...CREDENTIALS],
  properties: {
    grant_type: { type: 'string', enum: ['client_credential'] },
    appid: { type: 'string' },
    secret: { type: 'string' },
    force_refresh: { type: 'boolean', description: 'Makes a new token; all that were issued before stop counting.' },
  },
})

function recognition(card: Card) {
  const answer = json({ $ref: '#/components/schemas/Answer' })
  return {
    operationId: `recognize_${card}`,
    summary: `Reads one picture: ${card}`,
    security: [{ accessToken: [] }, { bearer: [] }, { cloudRun: [] }, {}],
    parameters: [
      { name: 'type', in: 'query', schema: { type: 'string', enum: ['photo', 'scan'], default: 'photo' } },
      {
        name: 'img_url',
        in: 'query',
        description: 'Instead of a file: a public https address.',
        schema: { type: 'string' },
      },
    ],
    requestBody: {
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            properties: { img: { type: 'string', format: 'binary', description: 'Up to 2 MB' } },
          },
        },
      },
    },
    responses: {
      200: { description: 'The fields of the card, or an error.', ...answer },
      429: {
        description: 'Too many requests, or too many at a time.',
        headers: { 'Retry-After': { description: 'Seconds', schema: { type: 'integer' } } },
        ...answer,
      },
    },
  }
}

function issue(operationId: string, request: object) {
  const token = json({ oneOf: ['Token', 'Answer'].map((name) => ({ $ref: `#/components/schemas/${name}` })) })
  return {
    operationId,
    summary: 'An access token for the app credentials of this server, when it has any',
    ...request,
    responses: { 200: { description: 'A token, or an error.', ...token } },
  }
}

function plain(operationId: string, description: string) {
  return { operationId, responses: { 200: { description } } }
}

function inQuery(name: string) {
  return { name, in: 'query', required: true, schema: { type: 'string' } }
}

function json(schema: object) {
  return { content: { 'application/json': { schema } } }
}

function describeErrors(): string {
  return Object.entries(ERRMSG)
    .map(([errcode, errmsg]) => `${errcode} ${errmsg}`)
    .join('; ')
}
