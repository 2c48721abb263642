import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { Agent } from 'undici'

/** The least that can stand between a client and WeChat: it hands bytes on, both ways, and looks at none. Run as a process of its own. */
async function main(target: string) {
  const agent = new Agent({ connections: 128 })
  const server = createServer(async (request, response) => {
    const { 'content-type': type = '', 'content-length': length = '' } = request.headers
    const reply = await agent.request({
      origin: target,
      path: request.url ?? '/',
      method: 'POST',
      headers: { 'content-type': type, 'content-length': length },
      body: request,
    })
    response.writeHead(reply.statusCode, { 'content-type': 'application/json' })
    reply.body.pipe(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.stdout.write(`listens on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
}

void main(process.argv[2] ?? '')
