import { en } from '../../src/en'
import type { FakePhone } from '../../testing/fake-phone'
import { fakePhone } from '../../testing/fake-phone'
import type { MountedTag, Runtime } from './runtimes'
import { tap } from './runtimes'

/** The stage's `<camera>` asks the browser for a picture, and gets none here. */
Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: () => new Promise(() => undefined) } })

/** What a page writes into a tag for the package's own camera. */
const VIEWFINDER = '<ocr-viewfinder />'

/** A viewfinder on a phone, open by itself or in a tag. */
export async function setUpViewfinder(
  runtime: Runtime,
  name: string,
  properties: Record<string, unknown> = {},
  happen?: (phone: FakePhone) => void,
  content = VIEWFINDER,
) {
  const phone = fakePhone()
  happen?.(phone)
  const isAlone = name === 'ocr-viewfinder'
  const tag: MountedTag = runtime.mount(
    name,
    isAlone ? { open: true, ...properties } : properties,
    ({ configure, http }) =>
      configure({ backend: http({ url: 'https://ocr.example/' }), locale: 'en', languages: { en } }),
    isAlone ? '' : content,
  )
  await phone.settle()
  const find = (className: string) => tag.element.querySelector(`[class*=${className}]`) as Element

  return {
    phone,
    tag,
    find,
    camera: () => tag.element.querySelector('wx-camera') as Element,
    button: (words: string) =>
      [...tag.element.querySelectorAll('[class*=button],[class*=action]')].find((it) => it.textContent === words),
    named: (event: string) => tag.events.filter((it) => it.name === event).map(({ detail }) => detail),
    ending: () => tag.events.map((it) => it.name).filter((it) => ['result', 'error', 'cancel'].includes(it)),
    async press(element: Element | undefined) {
      if (!element) throw new Error('there is no such button')
      tap(element)
      await phone.settle()
    },
    shutter: () => find('shutter'),
    panel: () => tag.element.querySelector('[class*=whole][class*=panel]'),
  }
}

export type ViewfinderStage = Awaited<ReturnType<typeof setUpViewfinder>>
