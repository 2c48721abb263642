import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createRequire } from 'node:module'

const requireHere = createRequire(path.join(__dirname, 'stand-in.ts'))

/** As much of the cloud's protocol as an OCR call needs. Field numbers are those of wx-server-sdk 4.0.2. */
const PROTOCOL = `
  syntax = "proto3";
  message Pair { string key = 1; bytes value = 2; string content_type = 3; string file_name = 4; }
  message Pairs { repeated Pair pairs = 1; }
  message Request { int32 api_type = 1; Pairs openapi_data = 2; string appid = 6; }
  message Response { bytes resp_data = 1; string content_type = 2; int32 error_code = 3; uint32 http_code = 4; }
`

interface Pair {
  key: string
  value: Uint8Array
  fileName: string
}

interface Codec {
  decode(bytes: Uint8Array): { openapiData: { pairs: Pair[] } }
  encode(message: object): { finish(): Uint8Array }
}

const { root }: { root: { lookupType(name: string): Codec } } = requireHere('protobufjs').parse(PROTOCOL)

/**
 * One call of `cloud.openapi`: its name, and each parameter as text or as a file. The SDK sends no content type, though its
 * callers give one: its converter and its protocol spell the field differently.
 */
export interface CloudCall {
  api: string
  parameters: Record<string, string | { fileName: string; bytes: Buffer }>
}

/** What WeChat answers: a body, or a refusal with a code of the cloud's own, or an HTTP status. */
export type CloudAnswer = { body: unknown } | { errorCode: number } | { status: number }

/**
 * A stand-in for WeChat's cloud, for the real wx-server-sdk: `cloud.openapi`, and the storage that `fileID`s are in.
 * Start it before the SDK is loaded, which reads its address from the environment.
 */
export async function startCloud() {
  const calls: CloudCall[] = []
  const stored = new Map<string, Buffer>()
  let answer: (call: CloudCall) => CloudAnswer = () => ({ status: 500 })

  const storage: Record<string, (body: { file_list: Array<{ fileid: string }>; fileid_list: string[] }) => object> = {
    'storage.batchGetDownloadUrl': ({ file_list }) => ({
      download_list: file_list.map(({ fileid }) => ({
        fileid,
        code: stored.has(fileid) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
        tempFileURL: `${address()}/stored/${Buffer.from(fileid).toString('base64url')}`,
      })),
    }),
    'storage.batchDeleteFile': ({ fileid_list }) => ({
      delete_list: fileid_list.map((fileid) => ({
        fileid,
        code: stored.delete(fileid) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
      })),
    }),
  }

  const server = http.createServer(async (request, response) => {
    const file = /^\/stored\/(.+)/.exec(request.url ?? '')?.[1]
    if (file) return response.end(stored.get(Buffer.from(file, 'base64url').toString()))
    const body = await bodyOf(request)
    const boundary = /boundary=(.+)$/.exec(request.headers['content-type'] ?? '')?.[1]
    if (!boundary) {
      const asked = JSON.parse(body.toString())
      response.setHeader('content-type', 'application/json')
      return response.end(JSON.stringify({ requestId: '1', data: storage[asked.action]?.(asked) }))
    }
    const parts = partsOf(body, boundary)
    const { openapiData } = root.lookupType('Request').decode(parts.get('requestData') ?? Buffer.alloc(0))
    const call = { api: String(parts.get('apiName')), parameters: parametersOf(openapiData.pairs) }
    calls.push(call)
    const given = answer(call)
    if ('status' in given) return response.writeHead(given.status).end('<html>')
    response.setHeader('content-type', 'application/octet-stream')
    response.end(root.lookupType('Response').encode(responseOf(given)).finish())
  })

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  Object.assign(process.env, environment(`${address()}/admin`))

  return {
    calls,
    /** Files by their `fileID`. */
    stored,
    answers(next: CloudAnswer | ((call: CloudCall) => CloudAnswer)) {
      answer = typeof next === 'function' ? next : () => next
    },
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

const responseOf = (answer: { body: unknown } | { errorCode: number }) =>
  'errorCode' in answer
    ? answer
    : {
        respData: Buffer.from(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)),
        contentType: 'application/json',
        httpCode: 200,
      }

/** What the SDK finds around it in the cloud. */
const environment = (url: string) => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: 'sample-1a2b3c',
  TENCENTCLOUD_SECRETID: 'sample',
  TENCENTCLOUD_SECRETKEY: 'sample',
  TENCENTCLOUD_SESSIONTOKEN: 'sample',
  WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_API_TOKEN',
  WX_OPENID: 'sample',
  WX_APPID: 'wxsample',
  WX_API_TOKEN: 'sample',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: url }),
})

async function bodyOf(request: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function partsOf(body: Buffer, boundary: string): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  const delimiter = Buffer.from(`--${boundary}`)
  let start = body.indexOf(delimiter)
  for (;;) {
    const end = body.indexOf(delimiter, start + delimiter.length)
    if (start < 0 || end < 0) return parts
    const part = body.subarray(start + delimiter.length + 2, end - 2)
    const header = part.indexOf('\r\n\r\n')
    const name = /name="([^"]+)"/.exec(part.subarray(0, header).toString())?.[1]
    if (name) parts.set(name, part.subarray(header + 4))
    start = end
  }
}

function parametersOf(pairs: Pair[]): CloudCall['parameters'] {
  const parameters: CloudCall['parameters'] = {}
  for (const { key, value, fileName } of pairs) {
    const bytes = Buffer.from(value)
    parameters[key] = fileName ? { fileName, bytes } : JSON.parse(bytes.toString())
  }
  return parameters
}
