import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { createServer } from '../../../server/src'
import { END, fakeEngine, formOf, FRONT, JPEG, listen, MULTIPART, partHead, post, type Running } from './start-server'

const MB = 1024 * 1024
const OK = { errcode: 0, errmsg: 'ok', ...FRONT }
const TOO_LARGE = {
  errcode: 101002,
  errmsg: 'invalid image data hint: [the file is above 2 MB: send a smaller or more compressed picture]',
}
const IMG_HEAD = partHead('Content-Disposition: form-data; name="img"; filename="photo.jpg"')

const engine = fakeEngine()
let running: Running

beforeEach(async () => {
  engine.recognize.mockReset().mockResolvedValue(FRONT)
  running = await listen(createServer({ engine }))
})

afterEach(() => running.server.close())

describe('the limit of 2 MB', () => {
  it('lets exactly 2 MB pass', async () => {
    expect(await post(running.url, formOf(Buffer.alloc(2 * MB)))).toEqual(OK)
    expect(engine.recognize.mock.calls[0]?.[1]).toHaveLength(2 * MB)
  })

  it('refuses one byte more', async () => {
    expect(await post(running.url, formOf(Buffer.alloc(2 * MB + 1)))).toEqual(TOO_LARGE)
    expect(engine.recognize).not.toHaveBeenCalled()
  })

  it('answers 10 MB before they are all sent, takes the rest, and serves the next request of the connection', async () => {
    const body = 10 * MB
    const socket = await open(IMG_HEAD.length + body + END.length)
    socket.write(IMG_HEAD)
    await send(socket, 3 * MB)
    expect(await nextAnswer(socket)).toEqual(TOO_LARGE)

    await send(socket, 7 * MB)
    socket.write(END)
    const good = IMG_HEAD + 'a picture' + END
    socket.write(requestHead(good.length) + good)
    expect(await nextAnswer(socket)).toEqual(OK)
    socket.destroy()
  })

  it('takes the rest of a form that it refused for its many parts', async () => {
    const fields = partHead('Content-Disposition: form-data; name="field"').concat('x\r\n').repeat(100)
    const socket = await open(fields.length + IMG_HEAD.length + 5 * MB + END.length)
    socket.write(fields)
    expect(await nextAnswer(socket)).toMatchObject({ errcode: 41005 })
    socket.write(IMG_HEAD)
    await send(socket, 5 * MB)
    socket.end(END)
    await once(socket, 'close')
    expect(engine.recognize).not.toHaveBeenCalled()
  })
})

it('a form that goes on after its end is answered, and keeps no place', async () => {
  const other = (end: string) => partHead('Content-Disposition: form-data; name="x"; filename="y"') + end
  const boundary = partHead().split('\r\n', 1)[0]
  const form = `${IMG_HEAD}a picture${END}${boundary}\r\n${other('z')}`
  expect(await post(running.url, form, MULTIPART)).toMatchObject({ errcode: 41005 })
  expect(await picturesInHand()).toBe(0)
})

it.each(['----=_Part_7_1.2', 'a/b:c', '"quoted one"'])('a boundary such as %s is taken', async (boundary) => {
  const bare = boundary.replaceAll('"', '')
  const form = `--${bare}\r\nContent-Disposition: form-data; name="img"; filename="a.jpg"\r\n\r\na picture\r\n--${bare}--\r\n`
  expect(await post(running.url, form, { 'content-type': `multipart/form-data; boundary=${boundary};` })).toEqual(OK)
})

describe('a client that disconnects', () => {
  it.each([
    ['in its picture', IMG_HEAD],
    ['in another file', partHead('Content-Disposition: form-data; name="other"; filename="other.bin"')],
    ['in a field', partHead('Content-Disposition: form-data; name="field"')],
  ])('%s leaves nothing behind', async (_name, head) => {
    const socket = await open(5 * MB)
    socket.write(head)
    await send(socket, MB)
    expect(await connections()).toBe(1)
    socket.destroy()

    await noConnectionIsLeft()
    while ((await picturesInHand()) > 0) await pause()
    expect(engine.recognize).not.toHaveBeenCalled()
    expect(await post(running.url, formOf(JPEG))).toEqual(OK)
  })

  it('while it waits for its turn keeps no place', async () => {
    await running.server.close()
    let finish = () => {}
    engine.recognize.mockImplementationOnce(() => new Promise((resolve) => (finish = () => resolve(FRONT))))
    running = await listen(createServer({ engine, limits: { active: 1, waiting: 1 } }))
    const first = post(running.url, formOf(JPEG))
    while (engine.recognize.mock.calls.length === 0) await pause()
    const socket = await open(5 * MB)
    socket.write(IMG_HEAD)
    while ((await metric('ocr_waiting')) === 0) await pause()
    socket.destroy()
    await pause()
    finish()
    expect(await first).toEqual(OK)
    while ((await picturesInHand()) > 0) await pause()
    expect(await post(running.url, formOf(JPEG))).toEqual(OK)
  })

  it('while its picture is recognised does not disturb others', async () => {
    let finish = () => {}
    const recognized = new Promise<void>((resolve) => (finish = resolve))
    engine.recognize.mockImplementationOnce(() => recognized.then(() => FRONT))
    const form = IMG_HEAD + 'a picture' + END
    const socket = await open(form.length)
    socket.write(form)
    while (engine.recognize.mock.calls.length === 0) await pause()
    socket.destroy()
    await noConnectionIsLeft()
    finish()
    expect(await post(running.url, formOf(JPEG))).toEqual(OK)
  })
})

it('answers two requests at once, each with its own picture', async () => {
  const waiting: (() => void)[] = []
  engine.recognize.mockImplementation(async (_card, image) => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    return { name: image.toString() }
  })
  const answers = Promise.all(['one', 'two'].map((text) => post(running.url, formOf(Buffer.from(text)))))
  while (waiting.length < 2) await pause()
  for (const resolve of waiting.reverse()) resolve()
  expect(await answers).toMatchObject([{ name: 'one' }, { name: 'two' }])
})

const picturesInHand = () => metric('ocr_active')

async function metric(name: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', running.url))).text()
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1])
}

function connections(): Promise<number> {
  return promisify(running.server.server.getConnections).call(running.server.server)
}

/** Fails by jest's time limit when one stays. */
async function noConnectionIsLeft() {
  while ((await connections()) > 0) await pause()
}

const pause = () => setTimeout(5)

async function open(contentLength: number): Promise<Socket> {
  const socket = connect(running.port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(requestHead(contentLength))
  return socket
}

function requestHead(contentLength: number): string {
  const headers = ['Host: localhost', `Content-Type: ${MULTIPART['content-type']}`, `Content-Length: ${contentLength}`]
  return `POST /cv/ocr/idcard HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`
}

/** Writes zeros no faster than the server takes them. */
async function send(socket: Socket, bytes: number): Promise<void> {
  const chunk = Buffer.alloc(64 * 1024)
  for (let sent = 0; sent < bytes; sent += chunk.length) {
    if (!socket.write(chunk)) await once(socket, 'drain')
  }
}

/** The JSON body of the next answer on the connection; the server's answers fit one packet. */
async function nextAnswer(socket: Socket): Promise<unknown> {
  const [packet] = (await once(socket, 'data')) as [Buffer]
  const text = packet.toString()
  expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  return JSON.parse(text.slice(text.indexOf('\r\n\r\n')))
}
