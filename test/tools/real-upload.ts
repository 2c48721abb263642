import type { ClientRequest, IncomingMessage } from 'node:http'
import http from 'node:http'
import zlib from 'node:zlib'

interface UploadOptions {
  url: string
  filePath: string
  name: string
  header: Record<string, string>
  formData: Record<string, string>
  timeout: number
  success: (answer: { statusCode: number; data: string }) => void
  fail: (failure: { errMsg: string }) => void
}

type ProgressListener = (update: { progress: number }) => void

const CHUNK = 64 * 1024
const MAX_REDIRECTS = 5

/**
 * `wx.uploadFile` over real sockets, with a phone's manners: any status is a success, redirects are followed (307 and 308
 * send the picture again, the others ask with GET), gzip is undone, and what fails is said in WeChat's words.
 */
export const realUpload = (files: Map<string, Buffer>) => (options: UploadOptions) => {
  const listeners: ProgressListener[] = []
  let request: ClientRequest | undefined
  let over = false
  const end = (tell: () => void) => {
    if (over) return
    over = true
    clearTimeout(timer)
    request?.destroy()
    setImmediate(tell)
  }
  const fail = (why: string) => end(() => options.fail({ errMsg: `uploadFile:fail ${why}` }))
  const timer = setTimeout(() => fail('timeout'), options.timeout)

  const boundary = 'a-boundary-of-its-own'
  const body = multipart(boundary, options, files.get(options.filePath) ?? Buffer.alloc(0))

  const ask = (url: string, method: string, redirects: number) => {
    if (redirects > MAX_REDIRECTS) return fail('net::ERR_TOO_MANY_REDIRECTS')
    const sent = method === 'POST' ? body : Buffer.alloc(0)
    const headers = { ...options.header, 'content-length': sent.length }
    const type = method === 'POST' ? { 'content-type': `multipart/form-data; boundary=${boundary}` } : {}
    request = http.request(url, { method, headers: { ...headers, ...type }, agent: false })
    request.on('error', ({ code }: NodeJS.ErrnoException) => fail(`net::${code?.replace(/^E/, 'ERR_')}`))
    request.on('response', (response) => {
      const { statusCode = 0, headers } = response
      if (statusCode > 300 && statusCode < 400 && headers.location) {
        response.resume()
        const again = statusCode === 307 || statusCode === 308 ? method : 'GET'
        return ask(new URL(headers.location, url).href, again, redirects + 1)
      }
      textOf(response).then(
        (data) => end(() => options.success({ statusCode, data })),
        () => fail('net::ERR_CONNECTION_RESET'),
      )
    })
    send(request, sent, (progress) => listeners.forEach((listener) => listener({ progress })))
  }
  ask(options.url, 'POST', 0)

  return {
    abort: () => fail('abort'),
    onProgressUpdate: (listener: ProgressListener) => void listeners.push(listener),
  }
}

function multipart(boundary: string, { name, formData }: UploadOptions, file: Buffer): Buffer {
  const part = (field: string, more = '') =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${field}"${more}\r\n`
  const fields = Object.entries(formData).map(([field, value]) => `${part(field)}\r\n${value}\r\n`)
  const head = `${part(name, '; filename="photo.jpg"')}content-type: image/jpeg\r\n\r\n`
  return Buffer.concat([Buffer.from(fields.join('') + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)])
}

/** Chunk by chunk, each told of when the socket has taken it. */
function send(request: ClientRequest, body: Buffer, onProgress: (percent: number) => void, from = 0): void {
  if (from >= body.length) return void request.end()
  const to = Math.min(from + CHUNK, body.length)
  request.write(body.subarray(from, to), (error) => {
    if (error) return
    onProgress(Math.floor((to / body.length) * 100))
    send(request, body, onProgress, to)
  })
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  if (!response.complete) throw new Error('cut off')
  const bytes = Buffer.concat(chunks)
  return (response.headers['content-encoding'] === 'gzip' ? zlib.gunzipSync(bytes) : bytes).toString()
}
