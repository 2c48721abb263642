import type { FastifyInstance } from 'fastify'
import { ApiError } from '../api-error'
import { CARDS, type Engine, type Mode } from '../engines/engine'
import { successAnswer } from './answer'
import type { Identity } from './authorize/authorize'
import type { Gate } from './gate'
import { readImage } from './image'
import type { FetchImage } from './image-url/fetch-image'
import type { Metrics } from './metrics'
import type { OcrQuery, OcrRequest } from './query'

export interface OcrOptions {
  engine: Engine
  gate: Gate
  metrics: Metrics
  identify: (request: OcrRequest) => Promise<Identity>
  limitRate: (identity: Identity) => Promise<void>
  fetchImage: FetchImage
}

/** WeChat's `POST /cv/ocr/<card>`, as a fastify plugin. */
export async function ocrRoutes(app: FastifyInstance, options: OcrOptions): Promise<void> {
  const { engine, gate, metrics, identify, limitRate, fetchImage } = options
  app.removeAllContentTypeParsers()
  // No body is read before its turn. With img_url it may be anything, and stays unread.
  app.addContentTypeParser('*', (_request, _body, done) => done(null))
  app.addHook('onRequest', async (request: OcrRequest) => limitRate(await identify(request)))

  for (const card of CARDS) {
    const onResponse = async (_request: unknown, reply: { elapsedTime: number; errcode?: number }) =>
      metrics.answered(card, reply.errcode ?? 0, reply.elapsedTime / 1000)

    app.post<{ Querystring: OcrQuery }>(`/cv/ocr/${card}`, { onResponse }, (request) =>
      gate.pass(async () => {
        const image = await imageOf(request)
        const reply = await engine.recognize(card, image, modeOf(request.query))
        return successAnswer(reply, request.query.confidence === '1')
      }),
    )
  }

  async function imageOf(request: OcrRequest): Promise<Buffer> {
    const { img_url } = request.query
    if (img_url === undefined) return readImage(request)
    if (typeof img_url !== 'string') throw new ApiError(101000, 'give one img_url')
    return fetchImage(img_url)
  }
}

/** A photo unless `scan` is asked for: WeChat's current pages no longer list `type`, so no value of it is an error. */
function modeOf({ type }: OcrQuery): Mode {
  return type === 'scan' ? 'scan' : 'photo'
}
