import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ImageHost {
  origin: string
  /** Path and query of each request. */
  requests: string[]
  /** @returns the address at which the picture now lies */
  serve(image: Uint8Array): string
  /** Answers the next requests to this path. @returns its address */
  handle(path: string, listener: RequestListener): string
  close(): Promise<void>
}

/** A web server with pictures. */
export async function startImageHost(address = '127.0.0.1'): Promise<ImageHost> {
  const requests: string[] = []
  const listeners = new Map<string, RequestListener>()
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    const listener = listeners.get((request.url ?? '').split('?', 1)[0] ?? '')
    if (listener) listener(request, response)
    else response.writeHead(404).end('nothing here')
  })
  server.listen(0, address)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const origin = `http://${address}:${port}`
  const handle = (path: string, listener: RequestListener) => {
    listeners.set(path, listener)
    return origin + path
  }

  return {
    origin,
    requests,
    handle,
    serve: (image) => handle(`/${listeners.size}.jpg`, (_request, response) => void response.end(image)),
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
