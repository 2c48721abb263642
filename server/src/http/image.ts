import type { Multipart, MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { ApiError } from '../api-error'

/** WeChat's limit for a picture, in bytes. Source: its API pages, 文件大小限制：小于 2M. */
export const MAX_IMAGE_BYTES = 2 * 1024 * 1024

/** Options of @fastify/multipart: what one form may hold. Only `img` counts; the rest is dropped as it comes. */
export const FORM_LIMITS = {
  limits: { fileSize: MAX_IMAGE_BYTES, fieldSize: 1024, fields: 20, files: 5, parts: 25 },
  throwFileSizeLimit: false,
}

export const NOT_A_FORM = new ApiError(41005, 'send multipart/form-data with the picture as a file in part img')
const NO_IMG = new ApiError(41005, 'the form has no part img: send the picture as a file in part img')
const NOT_A_FILE = new ApiError(41005, 'part img is no file: give it a filename')
const TWO_FILES = new ApiError(41005, 'part img came twice: send one picture a request')
const EMPTY_FILE = new ApiError(41005, 'the file in part img is empty')
const BAD_FORM = new ApiError(41005, 'the multipart body is damaged, or has too many parts: send img alone')
export const TOO_LARGE = new ApiError(101002, 'the file is above 2 MB: send a smaller or more compressed picture')

/** Milliseconds between two looks at the parser, and how often in a row it must look stuck. */
const CHECK_INTERVAL = 1000
const MAX_SUSPICIONS = 4

/**
 * The bytes of part `img`. Never holds more than MAX_IMAGE_BYTES of it.
 *
 * @throws ApiError 41005 when there is no such file, 101002 as soon as it exceeds the limit
 */
export async function readImage(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw NOT_A_FORM
  const stuck = whenStuck(request)
  try {
    return await Promise.race([findImage(request.parts()), stuck.promise])
  } catch (error) {
    throw error instanceof ApiError ? error : BAD_FORM
  } finally {
    stuck.forget()
    dropRest(request)
  }
}

/**
 * The parser never ends on some forms whose part has a damaged Content-Disposition: it takes no more bytes, or has had all of them, and
 * says nothing. A slow client looks different: the parser waits for it.
 */
function whenStuck({ raw }: FastifyRequest) {
  let suspicions = 0
  let timer: NodeJS.Timeout | undefined
  const promise = new Promise<never>((_resolve, reject) => {
    timer = setInterval(() => {
      suspicions = raw.complete || raw.isPaused() ? suspicions + 1 : 0
      if (suspicions >= MAX_SUSPICIONS) reject(BAD_FORM)
    }, CHECK_INTERVAL)
  })
  return { promise, forget: () => clearInterval(timer) }
}

async function findImage(parts: AsyncIterable<Multipart>): Promise<Buffer> {
  let image: Buffer | undefined
  for await (const part of parts) {
    if (part.fieldname !== 'img') {
      if (part.type === 'file') part.file.resume()
      continue
    }
    if (image) throw TWO_FILES
    if (part.type === 'field' || !part.filename) throw NOT_A_FILE
    image = await readFile(part)
  }
  if (!image) throw NO_IMG
  return image
}

async function readFile(part: MultipartFile): Promise<Buffer> {
  part.file.once('limit', () => part.file.destroy(TOO_LARGE))
  const bytes = await part.toBuffer()
  // A part that came in one piece passed the limit before anybody could listen.
  if (part.file.truncated) throw TOO_LARGE
  if (bytes.length === 0) throw EMPTY_FILE
  return bytes
}

/** After an early answer the client may still be sending; many read the answer only once they are through. */
function dropRest(request: FastifyRequest) {
  request.raw.unpipe()
  request.raw.resume()
}
