import path from 'node:path'
import * as ocr from '../../src'
import type { Exchange, Network } from '../tools/every-backend'
import { BACKENDS, heldNetwork, TOKEN } from '../tools/every-backend'
import { BACK_REPLY, fakePhone, FRONT_REPLY } from '../../testing/fake-phone'
import { holdChooser } from '../tools/life-cycle'
import type { PlainTag } from '../tools/plain-tag'
import { plainTag } from '../tools/plain-tag'

jest.setTimeout(120_000)

const RECOGNITIONS = 1000

/** Whatever must not be found: the card's fields, what a person is known by, and what the picture is made of. */
const PHOTO_BYTES = 'jpeg-of-a-card'
const SECRETS = [FRONT_REPLY.name, FRONT_REPLY.id, FRONT_REPLY.addr, TOKEN, TOKEN.replace('Bearer ', ''), PHOTO_BYTES]

const CARD = JSON.stringify(FRONT_REPLY)
const ECHO = `<html>authorization: ${TOKEN} ${CARD} ${PHOTO_BYTES}`

interface Life {
  tag: PlainTag
  exchange: Exchange
}

/** Ends of every kind; each that the network brings about quotes all it can. */
const ENDS: Record<string, (life: Life) => void> = {
  'a result': ({ exchange }) => exchange.answer(FRONT_REPLY),
  'the other side': ({ exchange }) => exchange.answer(BACK_REPLY),
  'no card': ({ exchange }) => exchange.answer({ errcode: 101001, errmsg: 'certificate not found', echo: ECHO }),
  'no quota': ({ exchange }) => exchange.answer({ errcode: 45009, errmsg: 'reach max api daily quota', echo: ECHO }),
  'a busy service': ({ exchange }) => exchange.answer({ errcode: -1, errmsg: 'system error', echo: ECHO }),
  'an unknown reply': ({ exchange }) => exchange.answer({ error: ECHO }),
  'HTML for JSON': ({ exchange }) => exchange.answer(ECHO),
  'half a JSON': ({ exchange }) => exchange.answer(CARD.slice(0, -3)),
  'HTTP 500': ({ exchange }) => exchange.answer(ECHO, 500),
  'HTTP 401': ({ exchange }) => exchange.answer(ECHO, 401),
  'a lost connection': ({ exchange }) => exchange.fail('fail net::ERR_CONNECTION_RESET'),
  'a function that throws': ({ exchange }) => exchange.fail('fail -504002', ECHO),
  'a time-out': () => jest.advanceTimersByTime(31_000),
  'cancel()': ({ tag }) => tag.cancel(),
  'reset()': ({ tag }) => tag.reset(),
  'the page': ({ tag }) => tag.detach(),
}

const mountTag = plainTag(path.join(__dirname, '../../src/ocr-idcard/index'))
const rest = () => new Promise<void>((resolve) => setImmediate(resolve))

/** What the package wrote with APIs of the platform that keep or tell things. */
const written: unknown[] = []
const logged: unknown[] = []

/** A `wx` on which every API that is not needed to take, compress and send a picture writes down what it was given. */
function watched(wx: object): object {
  const files = Reflect.get(wx, 'getFileSystemManager') as () => object
  const watch = (api: object, name: string): object =>
    new Proxy(api, {
      get: (target, key) =>
        Reflect.get(target, key) ?? ((...given: unknown[]) => void written.push([`${name}.${String(key)}`, given])),
    })
  const manager = watch(files(), 'files')
  const optional = { requirePrivacyAuthorize: null, createOffscreenCanvas: null, getSystemInfoSync: null }
  return new Proxy(Object.assign(wx, { getFileSystemManager: () => manager }), {
    get: (target, key) =>
      key in optional || key in target
        ? (Reflect.get(target, key) ?? undefined)
        : (...given: unknown[]) => void written.push([String(key), given]),
  })
}

async function recognize(backend: string, end: (life: Life) => void) {
  const phone = fakePhone()
  const encodes = phone.encodes
  phone.encodes = (file, width) => ({ ...encodes(file, width), ...{ bytes: PHOTO_BYTES } })
  const network = heldNetwork(phone, ocr, backend)
  const choosers = holdChooser(network)
  Object.assign(globalThis, { wx: watched(phone.wx) })
  ocr.configure({ backend: network.backend })
  const tag = mountTag()
  tag.data.side = 'front'
  tag.start()
  await rest()
  choosers[0]?.()
  await rest()
  await bringAbout(end, network, tag)
  return { network, tag }
}

/** All that is on the phone but the photo that the person chose. */
const filesOf = ({ phone }: Network) => [...phone.files].filter(([file]) => phone.temporaryFiles().includes(file))

/** To the end, also where a second recogniser is asked, where the first is asked twice, or where the picture is stored first. */
async function bringAbout(end: (life: Life) => void, { exchanges, cloud }: Network, tag: PlainTag) {
  let met = 0
  while (met < exchanges.length) {
    const exchange = exchanges[met++]
    if (!exchange) return
    if (cloud.calls.at(-1)?.api === 'uploadFile') exchange.answer({})
    else end({ tag, exchange })
    await rest()
    jest.advanceTimersByTime(600)
    await rest()
  }
}

beforeAll(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] })
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    jest.spyOn(console, level).mockImplementation((...said) => void logged.push(said))
  }
})

afterAll(() => {
  jest.useRealTimers()
})

it('nothing of a card, of its picture or of a caller stays behind a thousand recognitions', async () => {
  const ends = new Map<string, number>()
  const kept: unknown[] = []
  for (let number = 0; number < RECOGNITIONS; number++) {
    const backends = Object.keys(BACKENDS)
    const backend = backends[number % backends.length] ?? ''
    const end = Object.values(ENDS)[Math.floor(number / backends.length) % Object.keys(ENDS).length]
    const { network, tag } = await recognize(backend, end ?? (() => undefined))

    const last = tag.events.filter(({ name }) => /result|error|cancel/.test(name)).at(-1)
    const told = last?.name === 'error' ? (last.detail as ocr.OcrErrorDetail).kind : (last?.name ?? 'silence')
    ends.set(told, (ends.get(told) ?? 0) + 1)
    // A result is the app's own; all else that a tag says and shows is searched.
    kept.push(tag.events.filter(({ name }) => name !== 'result'))
    if (told !== 'result') kept.push(JSON.stringify(tag.data), filesOf(network))

    tag.reset()
    kept.push(JSON.stringify(tag.data))
    tag.detach()
    await rest()
    kept.push(filesOf(network))
    kept.push([...network.cloud.stored])
    expect(jest.getTimerCount()).toBe(0)
  }

  expect(written).toEqual([])
  expect(logged).toEqual([])
  const found = SECRETS.filter((secret) => JSON.stringify(kept).includes(secret))
  expect(found).toEqual([])
  const everyKind = ['result', 'wrong-side', 'not-found', 'quota', 'service', 'http', 'auth', 'network', 'timeout']
  expect([...ends.keys()]).toEqual(expect.arrayContaining([...everyKind, 'cancel', 'silence']))
})
