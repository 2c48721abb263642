import { custom, fallback, http, mock, OcrError } from '../../src'
import type { Backend, BackendRequest, ErrorKind } from '../../src'
import { Cancellation } from '../../src/cancellation'
import { readIdCard } from '../../src/cards/idcard'
import { exchange } from '../../src/exchange'
import { backendRequest, PICTURE } from '../tools/backend-request'
import { fakePhone, FRONT_REPLY } from '../../testing/fake-phone'

const failure = (sending: Promise<unknown>) => sending.catch((thrown: unknown) => thrown)

const errorIn = (reply: unknown) => {
  const reading = readIdCard(reply)
  return reading instanceof OcrError ? reading : undefined
}
const send = (backend: Backend, request: Partial<BackendRequest> = {}) =>
  backend(PICTURE, backendRequest({ errorIn, ...request }))

describe('custom', () => {
  it('hands over the photo and what is asked of it, and gives what comes back', async () => {
    const ask = jest.fn().mockReturnValue(FRONT_REPLY)
    expect(await send(custom(ask), { card: 'vehicle', mode: 'scan' })).toBe(FRONT_REPLY)
    expect(ask).toHaveBeenCalledWith(PICTURE, expect.objectContaining({ card: 'vehicle', mode: 'scan', timeout: 1000 }))
  })

  it('tells of an abort, also one that is asked about later', async () => {
    const cancellation = new Cancellation()
    const heard: string[] = []
    const reply = send(
      custom((_, { signal }) => {
        signal.addEventListener('abort', () => heard.push('early'))
        heard.push(`aborted: ${signal.aborted}`)
        cancellation.cancel()
        heard.push(`aborted: ${signal.aborted}`)
        signal.addEventListener('abort', () => heard.push('late'))
      }),
      { cancellation },
    )
    await reply
    expect(heard).toEqual(['aborted: false', 'early', 'aborted: true', 'late'])
  })

  it('hands on progress, and an error of its own', async () => {
    const told: number[] = []
    const refuse = custom((_, { onProgress }) => {
      onProgress(30)
      throw new OcrError('auth', 'sign in first')
    })
    expect(await failure(send(refuse, { onProgress: (percent) => told.push(percent) }))).toMatchObject({ kind: 'auth' })
    expect(told).toEqual([30])
  })
})

describe('mock', () => {
  it('gives a reply, or what a function makes of the card', async () => {
    expect(await send(mock(FRONT_REPLY))).toBe(FRONT_REPLY)
    const byCard = mock(({ card }) => ({ card }))
    expect(await send(byCard, { card: 'bankcard' })).toEqual({ card: 'bankcard' })
  })

  it('throws an error it is given', async () => {
    const error = new OcrError('rate', 'slower')
    expect(await failure(send(mock(error)))).toBe(error)
  })
})

describe('fallback', () => {
  const fails = (kind: ErrorKind, code?: number) => mock(new OcrError(kind, kind, code))

  it.each<[string, Backend]>([
    ['quota', fails('quota')],
    ['rate', fails('rate')],
    ['network', fails('network')],
    ['service', fails('service')],
    ['HTTP 502', fails('http', 502)],
    ['a reply that is a quota error', mock({ errcode: 45009, errmsg: 'reach max api daily quota limit' })],
    ['a reply that is a rate error', mock({ errCode: 45011, errMsg: 'openapi.ocr.idcard:fail' })],
    ['a reply that is no reply', mock('<html>')],
  ])('asks the second after %s', async (_, first) => {
    expect(await send(fallback(first, mock(FRONT_REPLY)))).toBe(FRONT_REPLY)
  })

  it.each<[string, Backend]>([
    ['a reply', mock(FRONT_REPLY)],
    ['a picture without a card', mock({ errcode: 101001, errmsg: 'certificate not found' })],
    ['a wrong set-up', fails('config')],
    ['a caller who is refused', fails('auth')],
    ['a time-out', fails('timeout')],
    ['HTTP 404', fails('http', 404)],
    ['a stranger’s error', mock(new TypeError('oh'))],
  ])('does not after %s', async (_, first) => {
    const second = jest.fn(mock(FRONT_REPLY))
    await failure(send(fallback(first, second)))
    expect(second).not.toHaveBeenCalled()
  })

  it('does not ask the first again in the same recognition', async () => {
    const first = jest.fn(fails('quota'))
    const second = jest.fn(mock({ errcode: -1, errmsg: 'system error' }))
    const both = fallback(first, second)
    const { errorIn: _, ...request } = backendRequest()
    await failure(exchange(both, PICTURE, readIdCard, request))
    expect(first).toHaveBeenCalledTimes(1)
    expect(second).toHaveBeenCalledTimes(2)
    await failure(send(both))
    expect(first).toHaveBeenCalledTimes(2)
  })

  it('does not ask the second once it is cancelled', async () => {
    const cancellation = new Cancellation()
    const second = jest.fn(mock(FRONT_REPLY))
    const first = custom(() => {
      cancellation.cancel()
      throw new OcrError('network', 'gone')
    })
    await failure(send(fallback(first, second), { cancellation }))
    expect(second).not.toHaveBeenCalled()
  })
})

describe('once more, where that is safe', () => {
  const attempts = async (...outcomes: Array<OcrError | object>) => {
    let asked = 0
    const backend: Backend = async () => {
      const outcome = outcomes[asked++] ?? FRONT_REPLY
      if (outcome instanceof Error) throw outcome
      return outcome
    }
    const { errorIn: _, ...request } = backendRequest()
    const end = await failure(exchange(backend, PICTURE, readIdCard, request))
    return { asked, end }
  }

  it('after -1, as a reply and as an error, but only once', async () => {
    const busy = { errcode: -1, errmsg: 'system error' }
    expect(await attempts(busy)).toMatchObject({ asked: 2, end: { side: 'front' } })
    expect(await attempts(new OcrError('service', 'busy', -1))).toMatchObject({ asked: 2, end: { side: 'front' } })
    expect(await attempts(busy, busy)).toMatchObject({ asked: 2, end: { kind: 'service', code: -1 } })
  })

  it.each([
    ['quota', { errcode: 45009, errmsg: 'reach max api daily quota limit' }],
    ['quota', { errcode: 101003, errmsg: 'not enough market quota' }],
    ['rate', { errcode: 45011, errmsg: 'api minute-quota reach limit' }],
    ['not-found', { errcode: 101001, errmsg: 'certificate not found' }],
    ['service', { errcode: -501001, errmsg: 'fail' }],
    ['timeout', new OcrError('timeout', 'fail')],
    ['http', new OcrError('http', 'HTTP 500', 500)],
    ['network', new OcrError('network', 'fail')],
  ])('never after %s %j', async (kind, outcome) => {
    expect(await attempts(outcome)).toMatchObject({ asked: 1, end: { kind } })
  })

  it.each([
    [[], 2],
    [[0], 2],
    [[1], 1],
    [[30, 100], 1],
  ])('after a connection lost at %j percent of the upload: %d attempts', async (percents, expected) => {
    const phone = fakePhone()
    phone.holdsUpload()
    const { errorIn: _, ...request } = backendRequest()
    const end = failure(exchange(http({ url: 'https://ocr.example' }), PICTURE, readIdCard, request))
    await phone.settle()
    percents.forEach((percent) => phone.uploads[0]?.progress(percent))
    phone.answers(FRONT_REPLY)
    phone.uploads[0]?.fail('uploadFile:fail net::ERR_CONNECTION_RESET')
    expect(await end).toMatchObject(expected === 2 ? { side: 'front' } : { kind: 'network' })
    expect(phone.uploads).toHaveLength(expected)
  })

  it('not when it is cancelled in the pause', async () => {
    const cancellation = new Cancellation()
    const asked = jest.fn(mock({ errcode: -1 }))
    const { errorIn: _, ...request } = backendRequest({ cancellation })
    const end = failure(exchange(asked, PICTURE, readIdCard, request))
    await new Promise((resolve) => setTimeout(resolve, 20))
    cancellation.cancel()
    expect(await end).toMatchObject({ name: 'Cancelled' })
    expect(asked).toHaveBeenCalledTimes(1)
  })
})
