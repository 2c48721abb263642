import { OcrError } from '../errors'
import { isPlatformFailure, toFailure } from '../wx/failure'
import { uploadFile } from '../wx/upload'
import type { Backend } from './backend'
import { exchangeError } from './failure'
import type { CardPath } from './path'
import { pathOf } from './path'
import { parseReply } from './reply'

export interface HttpOptions {
  /** The server, without the API's path: `https://example.com`. `/cv/ocr/idcard?type=photo` is appended. */
  url: string
  /** Another path than WeChat's: `{ idcard: '/ocr/id' }`, or a function of the card. */
  path?: CardPath
  /** Sent with each upload; a function is asked each time, for a token that is fresh. */
  header?: Header | (() => Header | Promise<Header>)
  /** Fields sent beside the picture. */
  formData?: Record<string, string>
  /** Milliseconds an upload and its answer may take, where that is less than what the tag allows. */
  timeout?: number
}

type Header = Record<string, string>

/** Any server that speaks WeChat's OCR API: the picture is the multipart part `img`, the mode is the query `type`. */
export function http({ url, path, header = {}, formData = {}, timeout = Infinity }: HttpOptions): Backend {
  return async (image, { card, mode, timeout: left, cancellation, onProgress }) => {
    if (!url) throw new OcrError('config', 'http() takes the address of a server: http({ url })')
    const headers = typeof header === 'function' ? await cancellation.race(Promise.resolve(header())) : header
    onProgress(0)
    const task = uploadFile({
      url: url.replace(/\/+$/, '') + pathOf(card, mode, path),
      filePath: image.path,
      name: 'img',
      header: headers,
      formData,
      timeout: Math.min(timeout, left),
      onProgress,
    })
    cancellation.onCancel(task.abort)
    try {
      const { statusCode, body } = await cancellation.race(task.response)
      return parseReply(statusCode, body)
    } catch (thrown) {
      if (!isPlatformFailure(thrown)) throw thrown
      const { errMsg, errno } = toFailure(thrown)
      throw exchangeError(thrown) || new OcrError('network', errMsg || 'the connection failed', errno)
    }
  }
}
