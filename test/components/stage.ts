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
  const liveRegion = () => elements().find((element) => runtime.aria(element, 'aria-live'))
  const heard = listenTo(tag.element, liveRegion)
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
    /** What stands in the live region, and how urgently. */
    announced: () => {
      const live = liveRegion()
      return live ? { text: live.textContent?.trim(), urgency: runtime.aria(live, 'aria-live') } : undefined
    },
    /** What a screen reader has said without being asked. */
    heard,
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

/** A live region is heard when its words change while it is in the page, and not when it comes with them. */
function listenTo(page: Element, liveRegion: () => Element | undefined): string[] {
  const heard: string[] = []
  let known: Element | undefined
  let words = ''
  const look = () => {
    const region = liveRegion()
    const now = region?.textContent?.trim() ?? ''
    if (region && region === known && now !== words) heard.push(now)
    known = region
    words = now
  }
  new MutationObserver(look).observe(page, { subtree: true, childList: true, characterData: true })
  return heard
}

export type Stage = ReturnType<typeof setUp>
