import { createPreviewServer } from './server'

const HOST = '127.0.0.1'
const PORT = Number(process.env.PORT || 8080)

/** `npm start`: the demo in a browser, on this machine alone. `PORT` chooses the port. */
async function main(): Promise<void> {
  const server = await createPreviewServer()
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.close())
  try {
    const address = await server.listen({ host: HOST, port: PORT })
    console.log(`The demo is at ${address}/`)
  } catch (error) {
    await server.close()
    throw error
  }
}

function describe(error: unknown): unknown {
  const isPortTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  return isPortTaken ? `Port ${PORT} is taken. Choose another: PORT=${PORT + 1} npm start` : error
}

main().catch((error: unknown) => {
  console.error(describe(error))
  process.exitCode = 1
})
