import type { IncomingMessage } from 'node:http'
import { finished, type Readable } from 'node:stream'
import busboy from 'busboy'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../api-error'

/** WeChat's limit for a picture, in bytes. Source: its API pages, 文件大小限制：小于 2M. */
export const MAX_IMAGE_BYTES = 2 * 1024 * 1024

/** What one form may hold. Only `img` counts; the rest is dropped as it comes. The parser counts a limit as passed when it is reached. */
const LIMITS = { fileSize: MAX_IMAGE_BYTES + 1, fieldSize: 1024, fields: 20, files: 5, parts: 26 }

export const NOT_A_FORM = new ApiError(41005, 'send multipart/form-data with the picture as a file in part img')
const NO_IMG = new ApiError(41005, 'the form has no part img: send the picture as a file in part img')
const NOT_A_FILE = new ApiError(41005, 'part img is no file: give it a filename')
const TWO_FILES = new ApiError(41005, 'part img came twice: send one picture a request')
const EMPTY_FILE = new ApiError(41005, 'the file in part img is empty')
const BAD_FORM = new ApiError(41005, 'the multipart body is damaged, or has too many parts: send img alone')
export const TOO_LARGE = new ApiError(101002, 'the file is above 2 MB: send a smaller or more compressed picture')

/** Milliseconds for the parser to end once it has had the whole body; it never does when parts follow the last boundary. */
const PATIENCE = 1000

/**
 * The bytes of part `img`. Never holds more than MAX_IMAGE_BYTES of it.
 *
 * @throws ApiError 41005 when there is no such file, 101002 as soon as it exceeds the limit
 */
export async function readImage({ raw }: FastifyRequest): Promise<Buffer> {
  const type = raw.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\b/i.test(type)) throw NOT_A_FORM
  try {
    return await findImage(raw, type)
  } catch (error) {
    throw error instanceof ApiError ? error : BAD_FORM
  } finally {
    dropRest(raw)
  }
}

function findImage(request: IncomingMessage, type: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const form = busboy({ headers: { 'content-type': withQuotes(type) }, limits: LIMITS })
    let image: Promise<Buffer> | undefined

    form.on('file', (name, file, { filename }) => {
      file.on('error', reject)
      if (name !== 'img') return file.resume()
      if (image) return reject(TWO_FILES)
      if (!filename) return reject(NOT_A_FILE)
      image = readFile(file)
      image.catch(reject)
    })
    form.on('field', (name) => name === 'img' && reject(NOT_A_FILE))
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) form.once(limit, () => reject(BAD_FORM))
    form.on('error', reject).once('close', () => (image ? image.then(resolve, reject) : reject(NO_IMG)))
    // Whoever has left in the middle, or while waiting for a turn, must not be waited for.
    finished(request, (error) => (error ? reject(error) : setTimeout(() => reject(BAD_FORM), PATIENCE).unref()))
    request.pipe(form)
  })
}

/** Many clients write boundaries with characters that want quotes, such as `----=_Part_1.2`, without them. */
function withQuotes(type: string): string {
  const boundary = /;\s*boundary=(?:"([^"\\]+)"|([^\s;"\\]+))/i.exec(type)
  return `multipart/form-data; boundary="${boundary?.[1] ?? boundary?.[2] ?? ''}"`
}

async function readFile(file: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of file.once('limit', () => file.destroy(TOO_LARGE))) chunks.push(chunk)
  if (chunks.length === 0) throw EMPTY_FILE
  return Buffer.concat(chunks)
}

/** After an early answer the client may still be sending; many read the answer only once they are through. */
function dropRest(request: IncomingMessage) {
  request.unpipe()
  request.resume()
}
