import { Cancelled } from '../cancellation'
import { OcrError } from '../errors'
import { isCancel, isPlatformFailure, toFailure } from '../wx/failure'
import type { HttpResponse } from '../wx/upload'
import { uploadFile } from '../wx/upload'
import type { Backend, Card } from './backend'

export interface HttpOptions {
  /** The server, without the API's path: `https://example.com`. `/cv/ocr/idcard?type=photo` is appended. */
  url: string
  /** Sent with each upload; a function is asked each time, for a token that is fresh. */
  header?: Header | (() => Header | Promise<Header>)
}

type Header = Record<string, string>

/** The last part of WeChat's path; its `drivinglicense` is the driver's, another card. */
const PATHS: Record<Card, string> = { idcard: 'idcard', bankcard: 'bankcard', vehicle: 'driving' }

/** Any server that speaks WeChat's OCR API: the picture is the multipart part `img`, the mode is the query `type`. */
export function http({ url, header = {} }: HttpOptions): Backend {
  return async (image, { card, mode, timeout, cancellation, onProgress }) => {
    if (!url) throw new OcrError('config', 'http() takes the address of a server: http({ url })')
    const headers = typeof header === 'function' ? await cancellation.race(Promise.resolve(header())) : header
    const task = uploadFile({
      url: `${url.replace(/\/+$/, '')}/cv/ocr/${PATHS[card]}?type=${mode}`,
      filePath: image.path,
      name: 'img',
      header: headers,
      timeout,
      onProgress,
    })
    cancellation.onCancel(task.abort)
    try {
      return parse(await cancellation.race(task.response))
    } catch (thrown) {
      throw uploadError(thrown)
    }
  }
}

function parse({ statusCode, body }: HttpResponse): unknown {
  if (statusCode < 200 || statusCode > 299) throw httpError(statusCode)
  try {
    return JSON.parse(withLongNumbersAsText(body))
  } catch {
    // The parser's own message quotes the reply, which may hold somebody's card.
    throw new OcrError('service', 'the reply is not JSON')
  }
}

/** A bank card's number that a server sends as a bare JSON number would lose its last digits in JSON.parse. */
function withLongNumbersAsText(json: string): string {
  const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g
  return json.replace(STRING_OR_NUMBER, (token) => (/^\d{16,}$/.test(token) ? `"${token}"` : token))
}

function httpError(status: number): OcrError {
  const message = `HTTP ${status}`
  if (status === 401 || status === 403) return new OcrError('auth', message, status)
  if (status === 413) return new OcrError('image-size', message, status)
  if (status === 429) return new OcrError('rate', message, status)
  return new OcrError('http', message, status)
}

function uploadError(thrown: unknown): unknown {
  if (!isPlatformFailure(thrown)) return thrown
  const failure = toFailure(thrown)
  if (isCancel(failure)) return new Cancelled()
  const { errMsg, errno } = failure
  if (/timeout|timed out/i.test(errMsg)) return new OcrError('timeout', errMsg, errno)
  if (/domain list/i.test(errMsg)) return new OcrError('config', errMsg, errno)
  return new OcrError('network', errMsg || 'the connection failed', errno)
}
