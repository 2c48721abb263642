import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from '../api-error'
import { CARDS, type Engine, type Mode } from '../engines/engine'
import { successAnswer } from './answer'
import { FORM_LIMITS, readImage } from './image'

interface Query {
  type?: unknown
  img_url?: unknown
  confidence?: unknown
}

/** WeChat's `POST /cv/ocr/<card>`, as a fastify plugin. */
export async function ocrRoutes(app: FastifyInstance, { engine }: { engine: Engine }): Promise<void> {
  app.removeAllContentTypeParsers()
  await app.register(multipart, FORM_LIMITS)

  for (const card of CARDS) {
    app.post<{ Querystring: Query }>(`/cv/ocr/${card}`, { onRequest: refuseImageUrl }, async (request) => {
      const image = await readImage(request)
      return successAnswer(await engine.recognize(card, image, modeOf(request.query)), request.query.confidence === '1')
    })
  }
}

async function refuseImageUrl({ query }: FastifyRequest<{ Querystring: Query }>) {
  if (query.img_url === undefined) return
  throw new ApiError(101000, 'this server takes files only: upload the picture as part img')
}

/** A photo unless `scan` is asked for: WeChat's current pages no longer list `type`, so no value of it is an error. */
function modeOf({ type }: Query): Mode {
  return type === 'scan' ? 'scan' : 'photo'
}
