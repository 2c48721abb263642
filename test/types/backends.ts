/** What an app writes about its way to a recogniser, checked by `tsc -p test`: right uses compile, wrong ones don't. */
import type { Backend, OcrAbortSignal } from '../../src'
import { cloud, configure, container, custom, fallback, http, mock, OcrError, serviceMarket } from '../../src'

declare function ask(path: string, type: string): Promise<{ errcode: number }>
declare function session(): Promise<string>

http({
  url: 'https://ocr.example',
  path: { bankcard: '/bank' },
  header: async () => ({ authorization: await session() }),
  formData: { shop: '12' },
  timeout: 8000,
})
http({ url: 'https://ocr.example', header: { authorization: 'x' }, path: (card) => `/ocr/${card}` })
http({ url: 'https://ocr.example', header: () => ({}) })
// @ts-expect-error the address is needed
http({ header: {} })
// @ts-expect-error a header's value is text
http({ url: 'https://ocr.example', header: { retries: 3 } })
// @ts-expect-error so is a field's
http({ url: 'https://ocr.example', formData: { shop: 12 } })
// @ts-expect-error there is no such card
http({ url: 'https://ocr.example', path: { passport: '/passport' } })
// @ts-expect-error milliseconds
http({ url: 'https://ocr.example', timeout: '8s' })

cloud({ name: 'ocr' })
cloud({ name: 'ocr', env: 'prod-1' })
// @ts-expect-error which function?
cloud({ env: 'prod-1' })
// @ts-expect-error an environment is a name
cloud({ name: 'ocr', env: 1 })

container({ service: 'ocr', env: 'prod-1', path: { idcard: '/id' } })
// @ts-expect-error which service?
container({ path: { idcard: '/id' } })
// @ts-expect-error the token is WeChat's own business here
container({ service: 'ocr', header: {} })

serviceMarket()
// @ts-expect-error there is nothing to choose
serviceMarket({ service: 'wx79ac3de8be320b71' })

custom(async (photo, { card, mode, timeout, signal, onProgress }) => {
  const name: 'idcard' | 'bankcard' | 'vehicle' = card
  const type: 'photo' | 'scan' = mode
  const left: number = timeout
  const bytes: number = photo.size + photo.width + photo.height
  signal.addEventListener('abort', () => onProgress(left + bytes))
  if (signal.aborted) throw new OcrError('network', 'gone')
  // @ts-expect-error aborting is the tag's business
  signal.aborted = true
  // @ts-expect-error there is nothing else to hear of
  signal.addEventListener('timeout', () => undefined)
  // @ts-expect-error a photo has no bytes of its own, but a path
  if (photo.data) return undefined
  return ask(photo.path, `${name} ${type}`)
})
custom(() => ({ errcode: 0 }))
// @ts-expect-error a photo is no path
custom(async (path: string) => path)
// @ts-expect-error it takes a function
custom({ errcode: 0 })

mock({ errcode: 0 })
mock('<html>')
mock(new OcrError('quota', 'used up'))
mock(({ card, mode }) => ({ errcode: 0, type: card === 'idcard' ? 'Front' : mode }))
// @ts-expect-error no reply at all
mock()
// @ts-expect-error a kind that does not exist
mock(new OcrError('cancel', 'no'))

const both: Backend = fallback(serviceMarket(), fallback(cloud({ name: 'ocr' }), http({ url: 'https://ocr.example' })))
configure({ backend: both })
// @ts-expect-error and then?
fallback(serviceMarket())
// @ts-expect-error a factory is no backend
fallback(serviceMarket, both)

/** A backend may also be the bare function. */
configure({ backend: async (image, { card, mode }) => ask(image.path, card + mode) })
// @ts-expect-error a bare function promises
configure({ backend: () => ({ errcode: 0 }) })

export const listen = (signal: OcrAbortSignal) => signal.addEventListener('abort', () => undefined)
