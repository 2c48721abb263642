import { spawn } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'

const START = path.join(__dirname, '../../demo/preview/start.ts')

jest.setTimeout(60_000)

/** `npm start` without its build. Resolves when it has said something, or ended. */
function startDemo(port: number) {
  const demo = spawn(process.execPath, ['--import', 'tsx', START], { env: { ...process.env, PORT: String(port) } })
  let output = ''
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    demo.on('close', (code) => resolve({ code, output }))
  })
  const spoken = new Promise<string>((resolve) => {
    for (const stream of [demo.stdout, demo.stderr]) stream.on('data', (chunk) => resolve((output += chunk)))
  })
  return { demo, spoken, ended }
}

async function withTakenPort(run: (port: number) => Promise<void>): Promise<void> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  try {
    if (address === null || typeof address === 'string') throw new Error('no port')
    await run(address.port)
  } finally {
    server.close()
  }
}

test('it prints one line with its address, answers there, and ends cleanly on Ctrl-C', async () => {
  const { demo, spoken, ended } = startDemo(0)
  const address = /^The demo is at (http:\/\/127\.0\.0\.1:\d+\/)\n$/.exec(await spoken)?.[1] ?? ''
  expect(await (await fetch(address)).text()).toContain('<title>miniprogram-ocr</title>')
  demo.kill('SIGINT')
  expect(await ended).toEqual({ code: 0, output: `The demo is at ${address}\n` })
})

test('a port that is taken is one clear sentence', async () => {
  await withTakenPort(async (port) => {
    const { ended } = startDemo(port)
    const output = `Port ${port} is taken. Choose another: PORT=${port + 1} npm start\n`
    expect(await ended).toEqual({ code: 1, output })
  })
})
