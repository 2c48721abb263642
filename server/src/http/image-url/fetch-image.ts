import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, type Dispatcher } from 'undici'
import { ApiError } from '../../api-error'
import { MAX_IMAGE_BYTES, TOO_LARGE } from '../image'
import { isPublic } from './address'

/** Gives the bytes of the picture at an address. @throws ApiError 101000, or 101002 when it is too large */
export type FetchImage = (url: string) => Promise<Buffer>

export interface ImageFetcher {
  fetch: FetchImage
  close(): Promise<void>
}

export interface ImageFetcherOptions {
  /** Takes http:// as well; only https:// by default. */
  allowHttp?: boolean
  /** Which addresses may be connected to; those of the public internet by default. */
  isAllowed?: (address: string) => boolean
  /** Milliseconds for all of it. 10,000 by default. */
  timeout?: number
  /** All addresses of a name; the system's resolver by default. */
  resolve?: (hostname: string) => Promise<LookupAddress[]>
}

const MAX_REDIRECTS = 3
const REDIRECTS = [301, 302, 303, 307, 308]

/** One sentence for every reason: telling them apart would tell a stranger what is in the server's network. */
const refused = () => new ApiError(101000, 'img_url must be a public https address that gives the picture at once')

/**
 * A name is resolved once for each connection, all of its addresses are checked, and the connection goes to just those: a
 * name that changes its mind in between changes nothing. Redirects are followed by hand, each checked like the first address.
 */
export function createImageFetcher(options: ImageFetcherOptions = {}): ImageFetcher {
  const { allowHttp = false, isAllowed = isPublic, timeout = 10_000 } = options
  const { resolve = (hostname) => lookup(hostname, { all: true, verbatim: true }) } = options
  const protocols = allowHttp ? ['https:', 'http:'] : ['https:']
  const agent = new Agent({ connect: { lookup: checkedLookup(resolve, isAllowed), timeout }, pipelining: 0 })

  return { fetch: fetchImage, close: () => agent.destroy() }

  async function fetchImage(url: string): Promise<Buffer> {
    const signal = AbortSignal.timeout(timeout)
    try {
      return await follow(url, MAX_REDIRECTS, signal)
    } catch (error) {
      throw error === TOO_LARGE ? error : refused()
    }
  }

  async function follow(address: string, redirects: number, signal: AbortSignal): Promise<Buffer> {
    const url = check(new URL(address))
    const target = { origin: url.origin, path: url.pathname + url.search }
    const { statusCode, headers, body } = await agent.request({ ...target, method: 'GET', signal })
    // Breaking a body off is an error to the stream, and one that nobody listens for would end the process.
    body.on('error', () => {})
    if (statusCode === 200) return readAll(body)
    body.destroy()
    const { location } = headers
    if (!REDIRECTS.includes(statusCode) || typeof location !== 'string' || redirects === 0) throw refused()
    return follow(new URL(location, url).href, redirects - 1, signal)
  }

  /** An address written as numbers is never looked up, so it is checked here; URL has normalised its tricks. */
  function check(url: URL): URL {
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
    const isForbidden = isIP(host) !== 0 && !isAllowed(host)
    if (!protocols.includes(url.protocol) || url.username || url.password || isForbidden) throw refused()
    return url
  }
}

async function readAll(body: Dispatcher.ResponseData['body']): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > MAX_IMAGE_BYTES) throw TOO_LARGE
    chunks.push(chunk)
  }
  if (size === 0) throw refused()
  return Buffer.concat(chunks, size)
}

function checkedLookup(
  resolve: (hostname: string) => Promise<LookupAddress[]>,
  isAllowed: (address: string) => boolean,
): LookupFunction {
  return async (hostname, { all }, callback) => {
    const addresses = await resolve(hostname).catch(() => [])
    const [first] = addresses
    if (!first || !addresses.every(({ address }) => isAllowed(address))) callback(refused(), '')
    else if (all) callback(null, addresses)
    else callback(null, first.address, first.family)
  }
}
