import type { Backend } from '../../src'
import { en } from '../../src/en'
import type { FakePhone } from '../../testing/fake-phone'
import { fakePhone } from '../../testing/fake-phone'
import type { Runtime } from './runtimes'
import { tap } from './runtimes'

export interface Setting {
  properties?: Record<string, unknown>
  /** wxml between the tag's start and end. */
  content?: string
  /** What the recogniser answers with, a reply for each photo; the last one stays. */
  replies?: object[]
  /** In the place of the HTTP backend; `null` for none. */
  backend?: Backend | null
  texts?: object
}

/** What a page writes into a tag for the form before `result`. */
export const CONFIRM = '<ocr-confirm />'

/** A phone, and a page on it with one tag, in English. */
export function setUp(runtime: Runtime, tagName: string, setting: Setting = {}) {
  const { properties = {}, content, replies = [], backend, texts = {} } = setting
  const phone: FakePhone = fakePhone()
  phone.answersInTurn(replies)
  const tag = runtime.mount(
    tagName,
    properties,
    ({ configure, http }) =>
      configure({
        backend: backend === null ? undefined : (backend ?? http({ url: 'https://ocr.example/' })),
        locale: 'en',
        languages: { en },
        texts,
      }),
    content,
  )
  const elements = () => [...tag.element.querySelectorAll('*')]
  const withRole = (role: string) => elements().filter((element) => runtime.aria(element, 'role') === role)
  const button = (label: string) => {
    const found = withRole('button').find((element) => nameOf(element).includes(label))
    if (!found) throw new Error(`no button "${label}" among ${withRole('button').map(nameOf)}`)
    return found
  }
  const nameOf = (element: Element) => runtime.aria(element, 'aria-label') || (element.textContent ?? '')

  return {
    phone,
    tag,
    elements,
    withRole,
    button,
    nameOf,
    text: () => tag.element.textContent ?? '',
    /** What a screen reader is told of without being asked, and how urgently. */
    announced: () => {
      const [live] = elements().filter((element) => runtime.aria(element, 'aria-live'))
      return live ? { text: live.textContent?.trim(), urgency: runtime.aria(live, 'aria-live') } : undefined
    },
    inputs: () => elements().filter((element) => element.localName === 'wx-input'),
    named: (name: string) => tag.events.filter((event) => event.name === name).map((event) => event.detail),
    ending: () => tag.events.filter(({ name }) => ['result', 'error', 'cancel'].includes(name)).map(({ name }) => name),
    async tap(label: string) {
      tap(button(label))
      await phone.settle()
    },
    /** One start, by its method; comes to rest even where the tag waits for a person. */
    async recognize() {
      void tag.instance.start()
      await phone.settle()
    },
  }
}

export type Stage = ReturnType<typeof setUp>
