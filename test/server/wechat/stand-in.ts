import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { buffer } from 'node:stream/consumers'
import { RESULTS } from './replies'

/** What a call does instead of an ordinary answer. */
export type Fault = 'hang' | 'half' | 'reset' | 'garbage' | { status: number } | { errcode: number; errmsg: string }

export interface StandInOptions {
  apps?: Record<string, string>
  /** Seconds. */
  tokenLifetime?: number
  /** Calls a day; 101003 after them. */
  quota?: number
  /** Milliseconds that a recognition takes. */
  delay?: number
  now?: () => number
}

export interface Call {
  card: string
  type: string | null
  image: Buffer
  /** Of the part, as the client named it. */
  contentType: string
}

export interface StandIn {
  url: string
  port: number
  /** Recognitions that were answered with a card or an error of the picture, in order. */
  calls: Call[]
  /** How often each path was asked for a token, and with force. */
  tokenRequests: { plain: number; stable: number; forced: number }
  /** For the next recognitions, until it is called with undefined. */
  fail(fault: Fault | undefined): void
  /** Nobody's token counts any more, as when another server fetched one with /cgi-bin/token. */
  dropTokens(): void
  /** Breaks all connections off and listens no more. */
  close(): Promise<void>
}

interface Token {
  value: string
  expiresAt: number
}

type Answer = Record<string, unknown>

const MB = 1024 * 1024
const error = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg: `${errmsg} rid: 6543-21` })

/**
 * WeChat's API as its documents describe it, and nothing of this project: what the two have in common is tested, not shared. A picture
 * whose bytes are the text `errcode 101001` gets that error.
 */
export async function startStandIn(options: StandInOptions = {}, port = 0): Promise<StandIn> {
  const { apps = { wx0001: 'secret-of-the-account' }, tokenLifetime = 7200, quota = Infinity, delay = 0 } = options
  const { now = Date.now } = options
  const tokens = new Map<string, { plain?: Token; stable?: Token }>()
  const tokenRequests = { plain: 0, stable: 0, forced: 0 }
  const calls: Call[] = []
  let fault: Fault | undefined
  let made = 0

  const server = createServer((request, response) => void handle(request, response).catch(() => response.destroy()))
  server.keepAliveTimeout = 60_000
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: listening } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${listening}`,
    port: listening,
    calls,
    tokenRequests,
    fail: (next) => (fault = next),
    dropTokens: () => tokens.clear(),
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close').catch(() => undefined)
    },
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://stand-in')
    const body = await buffer(request)
    const [, card] = /^\/cv\/ocr\/(idcard|bankcard|driving)$/.exec(pathname) ?? []
    const failure = card ? fault : undefined
    if (typeof failure === 'string') return breakOff(failure, response)
    if (failure && 'status' in failure) return send(response, '<html>Bad Gateway</html>', failure.status)
    send(response, JSON.stringify(await answer(request, pathname, searchParams, body, card)))
  }

  async function answer(
    request: IncomingMessage,
    path: string,
    query: URLSearchParams,
    body: Buffer,
    card: string | undefined,
  ): Promise<Answer> {
    if (path === '/cgi-bin/token') return plainToken(query)
    const isPost = request.method === 'POST'
    if (path === '/cgi-bin/stable_token') return isPost ? stableToken(body) : error(43002, 'require POST method')
    if (!card) return error(40066, 'invalid url')
    if (!isPost) return error(43002, 'require POST method')
    return checkToken(query.get('access_token')) ?? (await recognize(request, query, body, card))
  }

  function plainToken(query: URLSearchParams): Answer {
    tokenRequests.plain++
    const { grant_type, appid, secret } = Object.fromEntries(query)
    const refusal = checkCredentials(grant_type, appid, secret)
    if (refusal || !appid) return refusal ?? {}
    const token = makeToken()
    tokens.set(appid, { ...tokens.get(appid), plain: token })
    return { access_token: token.value, expires_in: tokenLifetime }
  }

  function stableToken(body: Buffer): Answer {
    tokenRequests.stable++
    const values = parse(body)
    if (!values) return error(47001, 'data format error')
    const { grant_type, appid, secret, force_refresh } = values
    const refusal = checkCredentials(grant_type, appid, secret)
    if (refusal) return refusal
    if (force_refresh === true) tokenRequests.forced++
    const known = tokens.get(String(appid))
    const isKept = known?.stable && known.stable.expiresAt > now() && force_refresh !== true
    const token = isKept && known.stable ? known.stable : makeToken()
    tokens.set(String(appid), { ...known, stable: token })
    return { access_token: token.value, expires_in: Math.floor((token.expiresAt - now()) / 1000) }
  }

  function checkCredentials(grantType: unknown, appid: unknown, secret: unknown): Answer | undefined {
    if (grantType !== 'client_credential') return error(40002, 'invalid grant_type')
    if (!appid) return error(41002, 'appid missing')
    if (!secret) return error(41004, 'appsecret missing')
    if (!(String(appid) in apps)) return error(40013, 'invalid appid')
    return apps[String(appid)] === secret ? undefined : error(40125, 'invalid appsecret')
  }

  function makeToken(): Token {
    return { value: `${++made}_TOKEN_${'x'.repeat(100)}`, expiresAt: now() + tokenLifetime * 1000 }
  }

  function checkToken(value: string | null): Answer | undefined {
    if (!value) return error(41001, 'access_token missing')
    if (!/^\w+(\.[\w-]+)*$/.test(value)) return error(40014, 'invalid access_token')
    const valid = [...tokens.values()].flatMap(({ plain, stable }) => [plain, stable])
    const token = valid.find((known) => known?.value === value)
    if (!token) return error(40001, 'invalid credential, access_token is invalid or not latest')
    return token.expiresAt > now() ? undefined : error(42001, 'access_token expired')
  }

  async function recognize(
    request: IncomingMessage,
    query: URLSearchParams,
    body: Buffer,
    card: string,
  ): Promise<Answer> {
    const url = query.get('img_url')
    const part = url === null ? await partOf(request, body) : await download(url)
    if (!part) return url === null ? error(41005, 'media data missing') : error(101000, 'invalid image url')
    if (part.image.length > 2 * MB) return error(101002, 'invalid image data')
    if (fault && typeof fault === 'object' && 'errcode' in fault) return { ...fault }
    if (calls.length >= quota) return error(101003, 'not enough market quota')
    calls.push({ card, type: query.get('type'), ...part })
    await setTimeout(delay)
    const [, errcode] = /^errcode (-?\d+)$/.exec(part.image.subarray(0, 20).toString()) ?? []
    return errcode ? error(Number(errcode), 'as the picture asks') : { errcode: 0, errmsg: 'ok', ...RESULTS[card] }
  }
}

function send(response: ServerResponse, text: string, status = 200) {
  response.writeHead(status, { 'content-type': 'application/json; encoding=utf-8' }).end(text)
}

function breakOff(fault: 'hang' | 'half' | 'reset' | 'garbage', response: ServerResponse) {
  if (fault === 'garbage') return send(response, '{"errcode":0,"errmsg":"ok","name":"样')
  if (fault === 'reset') return response.destroy()
  if (fault === 'hang') return
  response.writeHead(200, { 'content-length': '1000' }).write('{"errcode":0,"name":')
  setImmediate(() => response.destroy())
}

function parse(body: Buffer): Answer | undefined {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}

async function partOf(request: IncomingMessage, body: Buffer) {
  const headers = { 'content-type': request.headers['content-type'] ?? '' }
  const form = await new Response(body as BodyInit, { headers }).formData().catch(() => undefined)
  const part = form?.get('img')
  if (!(part instanceof File) || part.size === 0) return undefined
  return { image: Buffer.from(await part.arrayBuffer()), contentType: part.type }
}

async function download(url: string) {
  const response = /^https?:/.test(url) ? await fetch(url).catch(() => undefined) : undefined
  if (!response?.ok) return undefined
  return { image: Buffer.from(await response.arrayBuffer()), contentType: '' }
}
