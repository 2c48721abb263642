import type { LookupAddress } from 'node:dns'
import type { RequestListener } from 'node:http'
import { createServer as createTcpServer, isIP, type AddressInfo, type Server } from 'node:net'
import { once } from 'node:events'
import { createImageFetcher, type ImageFetcherOptions } from '../../../server/src'
import { isPublic } from '../../../server/src/http/image-url/address'
import { startImageHost, type ImageHost } from './image-host'

const PICTURE = Buffer.from('a picture')
const NOT_AN_ADDRESS = { errcode: 101000 }

/** Whoever connects here has reached what nobody may. It listens on every address of this machine, IPv4 and IPv6. */
let forbidden: Server
let reached = 0
let port: number
/** 127.0.0.2 plays the public internet, which is not to be had here; every other address is what it is. */
let outside: ImageHost
const OUTSIDE = '127.0.0.2'
const isAllowed = (address: string) => address === OUTSIDE || isPublic(address)

const fetchers: ReturnType<typeof createImageFetcher>[] = []
function fetcher(options: ImageFetcherOptions = {}) {
  const made = createImageFetcher({ allowHttp: true, isAllowed, timeout: 2000, ...options })
  fetchers.push(made)
  return made.fetch
}

/** A resolver that gives these addresses, one list for each question. */
function resolver(...answers: string[][]) {
  let asked = 0
  return async (): Promise<LookupAddress[]> =>
    (answers[Math.min(asked++, answers.length - 1)] ?? []).map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }))
}

beforeAll(async () => {
  forbidden = createTcpServer((socket) => {
    reached++
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret')
  })
  forbidden.listen(0, '::')
  await once(forbidden, 'listening')
  port = (forbidden.address() as AddressInfo).port
  outside = await startImageHost(OUTSIDE)
})
afterEach(async () => {
  await Promise.all(fetchers.splice(0).map(({ close }) => close()))
  expect(reached).toBe(0)
})
afterAll(async () => {
  forbidden.close()
  await outside.close()
})

it('the forbidden server can be reached by whoever does not check', async () => {
  const unchecked = createImageFetcher({ allowHttp: true, isAllowed: () => true })
  await expect(unchecked.fetch(`http://127.0.0.1:${port}/`)).resolves.toEqual(Buffer.from('secret'))
  await expect(unchecked.fetch(`http://2130706433:${port}/`)).resolves.toEqual(Buffer.from('secret'))
  await expect(unchecked.fetch(`http://localhost:${port}/`)).resolves.toEqual(Buffer.from('secret'))
  await unchecked.close()
  expect(reached).toBe(3)
  reached = 0
})

describe('an address that is not public is refused', () => {
  const HOSTS = [
    ['loopback', '127.0.0.1'],
    ['the other end of loopback', '127.255.255.254'],
    ['a short form', '127.1'],
    ['decimal', '2130706433'],
    ['octal', '0177.0.0.1'],
    ['octal in one', '017700000001'],
    ['hexadecimal', '0x7f.0.0.1'],
    ['hexadecimal in one', '0x7f000001'],
    ['mixed', '0x7f.1'],
    ['a dot behind', '127.0.0.1.'],
    ['full-width digits', '１２７.０.０.１'],
    ['circled digits', '①②⑦.⓪.⓪.①'],
    ['ideographic full stops', '127。0。0。1'],
    ['percent-encoded', '%31%32%37.0.0.1'],
    ['nowhere, which is here', '0.0.0.0'],
    ['zero', '0'],
    ['class A', '10.0.0.1'],
    ['class B', '172.16.0.1'],
    ['class C', '192.168.1.1'],
    ['carrier grade', '100.64.0.1'],
    ['link-local', '169.254.1.1'],
    ['metadata', '169.254.169.254'],
    ['metadata in decimal', '2852039166'],
    ["Alibaba's metadata", '100.100.100.200'],
    ["Tencent's metadata", '169.254.0.23'],
    ['benchmarks', '198.18.0.1'],
    ['multicast', '224.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['IPv6 loopback', '[::1]'],
    ['IPv6 loopback written out', '[0:0:0:0:0:0:0:1]'],
    ['IPv6 unspecified', '[::]'],
    ['IPv4 mapped', '[::ffff:127.0.0.1]'],
    ['IPv4 mapped in hexadecimal', '[::ffff:7f00:1]'],
    ['IPv4 compatible', '[::127.0.0.1]'],
    ['IPv4 translated', '[::ffff:0:127.0.0.1]'],
    ['NAT64', '[64:ff9b::7f00:1]'],
    ['6to4', '[2002:7f00:1::]'],
    ['Teredo', '[2001::1]'],
    ['IPv6 link-local', '[fe80::1]'],
    ['IPv6 unique local', '[fd00:ec2::254]'],
    ['IPv6 site-local', '[fec0::1]'],
    ['IPv6 multicast', '[ff02::1]'],
    ['localhost', 'localhost'],
    ['localhost with a dot behind', 'localhost.'],
    ['a name below localhost', 'a.localhost'],
  ]

  const LITERALS = HOSTS.map(([, host]) => new URL(`http://${host}`).hostname.replace(/[[\]]/g, '')).filter((host) =>
    isIP(host),
  )

  it.each(LITERALS)('%s is not public', (address) => expect(isPublic(address)).toBe(false))

  it.each(['8.8.8.8', '1.1.1.1', '223.5.5.5', '2606:4700::1111', '2400:3200::1'])('%s is', (address) => {
    expect(isPublic(address)).toBe(true)
  })

  it.each(HOSTS)('%s: %s', async (_name, host) => {
    await expect(fetcher()(`http://${host}:${port}/`)).rejects.toMatchObject(NOT_AN_ADDRESS)
  })

  it.each(HOSTS)('%s, at the end of a redirect: %s', async (_name, host) => {
    const url = outside.handle('/away', redirectTo(`http://${host}:${port}/`))
    await expect(fetcher()(url)).rejects.toMatchObject(NOT_AN_ADDRESS)
  })

  it.each(LITERALS)('%s, behind a name', async (address) => {
    const resolve = resolver([address])
    await expect(fetcher({ resolve })(`http://pictures.test:${port}/`)).rejects.toMatchObject(NOT_AN_ADDRESS)
  })
})

describe('a name', () => {
  const url = () => `${outside.serve(PICTURE).replace(OUTSIDE, 'pictures.test')}`

  it('that is public is fetched', async () => {
    await expect(fetcher({ resolve: resolver([OUTSIDE]) })(url())).resolves.toEqual(PICTURE)
  })

  it('with one forbidden address among its public ones is refused', async () => {
    const resolve = resolver([OUTSIDE, '127.0.0.1'])
    await expect(fetcher({ resolve })(url())).rejects.toMatchObject(NOT_AN_ADDRESS)
  })

  it('that changes its answer after the first question is connected to as it was checked', async () => {
    const resolve = jest.fn(resolver([OUTSIDE], ['127.0.0.1']))
    const url = outside.serve(PICTURE).replace(OUTSIDE, 'pictures.test')
    const fetch = fetcher({ resolve })
    await expect(fetch(url)).resolves.toEqual(PICTURE)
    expect(resolve).toHaveBeenCalledTimes(1)
  })

  it('that changes its answer between a picture and the next, or on a redirect, is refused', async () => {
    const resolve = jest.fn(resolver([OUTSIDE], ['127.0.0.1']))
    const away = outside.handle('/again', redirectTo(`http://pictures.test:${port}/`))
    const fetch = fetcher({ resolve })
    await expect(fetch(away.replace(OUTSIDE, 'pictures.test'))).rejects.toMatchObject(NOT_AN_ADDRESS)
    expect(resolve).toHaveBeenCalledTimes(2)
  })

  it('that nobody knows, or that has no address, is refused', async () => {
    const unknown = () => Promise.reject(new Error('ENOTFOUND'))
    await expect(fetcher({ resolve: unknown })(url())).rejects.toMatchObject(NOT_AN_ADDRESS)
    await expect(fetcher({ resolve: resolver([]) })(url())).rejects.toMatchObject(NOT_AN_ADDRESS)
  })
})

describe('other tricks', () => {
  it.each([
    ['a user in front', () => `http://${OUTSIDE}@127.0.0.1:${port}/`],
    ['a password for the outside', () => outside.serve(PICTURE).replace('http://', 'http://user:secret@')],
    ['a backslash', () => `http://127.0.0.1:${port}\\@${OUTSIDE}/`],
    ['a file', () => 'file:///etc/passwd'],
    ['gopher', () => `gopher://127.0.0.1:${port}/`],
    ['ftp', () => `ftp://127.0.0.1:${port}/`],
    ['data', () => 'data:image/png;base64,AAAA'],
    ['no protocol', () => `//127.0.0.1:${port}/`],
    ['a line break in it', () => `http://127.0.0.1:${port}/\r\nHost: a\r\n`],
    ['nothing', () => ''],
  ])('%s', async (_name, url) => {
    await expect(fetcher()(url())).rejects.toMatchObject(NOT_AN_ADDRESS)
  })

  it('http is refused unless it is allowed, at the end of a redirect too', async () => {
    const strict = fetcher({ allowHttp: false })
    await expect(strict(outside.serve(PICTURE))).rejects.toMatchObject(NOT_AN_ADDRESS)
  })

  it.each(['file:///etc/passwd', 'gopher://127.0.0.1', 'http://', '\\\\127.0.0.1', ''])(
    'a redirect to %s',
    async (location) => {
      const url = outside.handle('/strange', redirectTo(location))
      await expect(fetcher()(url)).rejects.toMatchObject(NOT_AN_ADDRESS)
    },
  )
})

describe('limits', () => {
  it('follows three redirects and no fourth', async () => {
    const target = outside.serve(PICTURE)
    for (const hop of [1, 2, 3, 4]) outside.handle(`/hop${hop}`, redirectTo(hop === 1 ? target : `/hop${hop - 1}`))
    await expect(fetcher()(`${outside.origin}/hop3`)).resolves.toEqual(PICTURE)
    await expect(fetcher()(`${outside.origin}/hop4`)).rejects.toMatchObject(NOT_AN_ADDRESS)
  })

  it('ends a picture at 2 MB, though it never ends and tells no length', async () => {
    let sent = 0
    const url = outside.handle('/endless', (_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536
      }
      response.on('drain', more)
      more()
    })
    await expect(fetcher()(url)).rejects.toMatchObject({ errcode: 101002 })
    expect(sent).toBeLessThan(16 * 1024 * 1024)
  })

  it.each<[string, RequestListener]>([
    ['says nothing', () => {}],
    ['stops in the middle', (_request, response) => void response.write('half a pic')],
    ['sends a byte now and then', (_request, response) => drip(response)],
  ])('a server that %s is left in time', async (_name, listener) => {
    const url = outside.handle('/slow', listener)
    await expect(fetcher({ timeout: 300 })(url)).rejects.toMatchObject(NOT_AN_ADDRESS)
  })

  it.each<[string, RequestListener]>([
    ['an empty picture', (_request, response) => void response.end()],
    ['an error', (_request, response) => void response.writeHead(500).end('x'.repeat(1_000_000))],
    ['a redirect without an address', (_request, response) => void response.writeHead(302).end()],
    ['a broken connection', (request) => void request.socket.destroy()],
    ['half of what it promised', (_request, response) => halfOf(response)],
  ])('%s is 101000', async (_name, listener) => {
    await expect(fetcher()(outside.handle('/odd', listener))).rejects.toMatchObject(NOT_AN_ADDRESS)
  })
})

function redirectTo(location: string): RequestListener {
  // Node writes headers as Latin-1; what is not must go as the bytes of its UTF-8.
  const bytes = Buffer.from(location).toString('latin1')
  return (_request, response) => void response.writeHead(302, { location: bytes }).end('elsewhere')
}

function drip(response: Parameters<RequestListener>[1]) {
  const timer = setInterval(() => response.write('x'), 50)
  response.on('close', () => clearInterval(timer))
}

function halfOf(response: Parameters<RequestListener>[1]) {
  response.writeHead(200, { 'content-length': '1000' }).write('x'.repeat(500))
  setImmediate(() => response.destroy())
}
