import path from 'node:path'
import type * as Package from '../../src'
import { readProgram } from '../../demo/preview/compile'
import { attach, register } from '../../demo/preview/runtime/code-space'

/** What a page holds after `selectComponent`. */
export interface TagInstance {
  data: { state: string; percent: number }
  start(): Promise<void>
  cancel(): void
  reset(): void
  setData(data: object): void
}

export interface MountedTag {
  instance: TagInstance
  /** Events in the order they came. */
  events: Array<{ name: string; detail: unknown }>
  /** Everything rendered, one element and its shadow tree. */
  element: Element
  detach(): void
}

/** A platform's component framework: the same tag is mounted on each, straight from `src`. */
export interface Runtime {
  name: string
  /** The package, made ready as `app.ts` would, and a tag of it in the document. */
  mount(tag: string, properties: Record<string, unknown>, launch: (ocr: typeof Package) => void): MountedTag
}

const SOURCE = path.join(__dirname, '../../src')
const EVENTS = ['result', 'error', 'cancel', 'progress']
const program = readProgram(SOURCE)

/** What miniprogram-simulate gives back, as far as it is used here. */
interface Simulated {
  instance: TagInstance
  attach(parent: Element): void
  detach(): void
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void
}

/** miniprogram-simulate: exparser, the classic framework, with templates compiled by WeChat's own compiler. */
const simulate: Runtime = {
  name: 'miniprogram-simulate',
  mount(tag, properties, launch) {
    jest.resetModules()
    const phone = Reflect.get(globalThis, 'wx')
    const simulator = require('miniprogram-simulate')
    // Loading it puts a `wx` of its own in place.
    Object.assign(globalThis, { wx: phone })
    const id = simulator.load(path.join(SOURCE, tag, 'index'), { rootPath: SOURCE, compiler: 'official' })
    launch(require(SOURCE))
    const mounted: Simulated = simulator.render(id, properties)
    const events: MountedTag['events'] = []
    for (const name of EVENTS) mounted.addEventListener(name, ({ detail }) => events.push({ name, detail }))
    const element = document.body.appendChild(document.createElement('div'))
    mounted.attach(element)
    return {
      instance: mounted.instance,
      events,
      element,
      detach: () => mounted.detach(),
    }
  },
}

/** glass-easel: the framework under Skyline. Its components are registered once for the document. */
function glassEasel(): Runtime {
  let registered: { create: ReturnType<typeof register>; ocr: typeof Package } | undefined
  const registerOnce = () => {
    jest.resetModules()
    return { create: register(program, (script) => require(path.join(SOURCE, script))), ocr: require(SOURCE) }
  }
  return {
    name: 'glass-easel',
    mount(tag, properties, launch) {
      registered ??= registerOnce()
      launch(registered.ocr)
      const root = registered.create(`${tag}/index`, tag)
      const component = root.getComponent()
      component.setData(properties)
      const events: MountedTag['events'] = []
      for (const name of EVENTS) component.addListener(name, ({ detail }) => void events.push({ name, detail }))
      const element = document.body.appendChild(document.createElement('div'))
      attach(root, element)
      return { instance: root.get() as unknown as TagInstance, events, element, detach: () => root.release() }
    },
  }
}

export const RUNTIMES = [simulate, glassEasel()]

/** A finger on an element, as both frameworks hear it. */
export function tap(element: Element): void {
  const touch = { identifier: 0, target: element, clientX: 0, clientY: 0, pageX: 0, pageY: 0 }
  const fire = (type: string, touches: object[]) =>
    element.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), { touches, changedTouches: [touch] }))
  fire('touchstart', [touch])
  fire('touchend', [])
}
