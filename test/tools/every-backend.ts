import type * as Package from '../../src'
import type { CloudCall, FakeCloud } from './fake-cloud'
import { fakeCloud } from './fake-cloud'
import type { FakePhone, FakeUpload } from '../../testing/fake-phone'

/** One way to a recogniser and back, in a test's hand. */
export interface Exchange {
  /** Whether the task on the platform still runs; for what a platform cannot abort, whether anybody still waits. */
  isOpen(): boolean
  /** The status is heard where the way is HTTP. */
  answer(reply: unknown, status?: number): void
  /** @param words those of a stranger's function, where there is one */
  fail(errMsg: string, words?: string): void
  progress(percent: number): void
}

export interface Network {
  phone: FakePhone
  cloud: FakeCloud
  /** Every exchange so far, in the order in which they began. */
  exchanges: Exchange[]
  backend: Package.Backend
  /** As if nothing had been sent and nobody had taken a photo; for the next life. */
  forget(): void
}

type Factory = (ocr: typeof Package, exchanges: Exchange[], wx: { cloud: Record<string, unknown> }) => Package.Backend

/** Each of the package's backends, by name. */
export const BACKENDS: Record<string, Factory> = {
  http: ({ http }) => http({ url: 'https://ocr.example', header: async () => ({ authorization: TOKEN }) }),
  cloud: ({ cloud }) => cloud({ name: 'ocr' }),
  'cloud without a CDN': ({ cloud }, _, wx) => {
    delete wx.cloud.CDN
    return cloud({ name: 'ocr' })
  },
  container: ({ container }) => container({ service: 'ocr' }),
  serviceMarket: ({ serviceMarket }) => serviceMarket(),
  custom: ({ custom }, exchanges) =>
    custom((_, { signal, onProgress }) => {
      const { exchange, reply } = heldExchange(onProgress, () => signal.aborted)
      exchanges.push(exchange)
      return reply
    }),
  mock: ({ mock }, exchanges) =>
    mock(() => {
      const { exchange, reply } = heldExchange(
        () => undefined,
        () => true,
      )
      exchanges.push(exchange)
      return reply
    }),
  fallback: ({ fallback, http, cloud }) => fallback(http({ url: 'https://ocr.example' }), cloud({ name: 'ocr' })),
}

/** What an app's own server knows a person by: never to be found anywhere but in the upload. */
export const TOKEN = 'Bearer sample-token-7f3a'

/** A phone whose network waits for the test, with one of the backends. */
export function heldNetwork(phone: FakePhone, ocr: typeof Package, name: string): Network {
  const exchanges: Exchange[] = []
  const wx = phone.wx as { uploadFile: (options: object) => object }
  const uploadFile = wx.uploadFile
  wx.uploadFile = (options) => {
    const task = uploadFile(options)
    const upload = phone.uploads.at(-1)
    if (upload) exchanges.push(ofUpload(upload))
    return task
  }
  phone.holdsUpload()
  const cloud = fakeCloud(() => undefined)
  const push = cloud.calls.push.bind(cloud.calls)
  cloud.calls.push = (call) => {
    exchanges.push(ofCall(call))
    return push(call)
  }
  const factory = BACKENDS[name]
  if (!factory) throw new Error(`no backend ${name}`)
  const forget = () => {
    phone.files.clear()
    cloud.stored.clear()
    for (const made of [exchanges, phone.uploads, phone.chosenFrom, cloud.calls]) made.length = 0
  }
  return { phone, cloud, exchanges, backend: factory(ocr, exchanges, cloud), forget }
}

function ofUpload(upload: FakeUpload): Exchange {
  let open = true
  return {
    isOpen: () => open && !upload.aborted,
    answer(reply, status) {
      open = false
      upload.answer(reply, status)
    },
    fail(errMsg) {
      open = false
      upload.fail(`uploadFile:${errMsg}`)
    },
    progress: upload.progress,
  }
}

/** A call of a function or a service cannot be aborted: nobody is to wait for it any more, and that is seen elsewhere. */
function ofCall(call: CloudCall): Exchange {
  const text = (reply: unknown) => (typeof reply === 'string' ? reply : JSON.stringify(reply))
  const RESULTS: Record<CloudCall['api'], (reply: unknown, status: number) => unknown> = {
    callFunction: (result) => ({ result }),
    callContainer: (reply, statusCode) => ({ statusCode, data: text(reply) }),
    invokeService: (data) => ({ data }),
    uploadFile: () => ({}),
  }
  return {
    isOpen: () => call.api === 'uploadFile' && call.open,
    answer: (reply, status = 200) => call.answer(RESULTS[call.api](reply, status)),
    fail: (errMsg, words = '') => call.fail({ errMsg: `${call.api}:${errMsg} ${words}` }),
    progress: call.progress,
  }
}

function heldExchange(onProgress: (percent: number) => void, isAborted: () => boolean) {
  let open = true
  let end: { resolve(reply: unknown): void; reject(failure: unknown): void } | undefined
  const reply = new Promise<unknown>((resolve, reject) => (end = { resolve, reject }))
  const exchange: Exchange = {
    isOpen: () => open && !isAborted(),
    answer(given) {
      open = false
      end?.resolve(given)
    },
    fail(errMsg, words = '') {
      open = false
      end?.reject(new TypeError(`${errMsg} ${words}`))
    },
    progress: onProgress,
  }
  return { exchange, reply }
}
