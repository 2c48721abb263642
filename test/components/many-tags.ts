import path from 'node:path'
import type * as Package from '../../src'
import { readProgram } from '../../demo/preview/compile'
import { attach, register } from '../../demo/preview/runtime/code-space'

/** As much of a mounted tag as a life of it needs. */
export interface RenderedTag {
  instance: {
    data: { state: string }
    start(): unknown
    cancel(): void
    reset(): void
    setData(data: object): void
  }
  events: Array<{ name: string; detail: unknown }>
  detach(): void
}

/** A runtime that loads a tag once, which takes long, and renders it as often as one likes. */
export interface ManyTags {
  name: string
  load(tag: string): { ocr: typeof Package; render: () => RenderedTag }
}

const SOURCE = path.join(__dirname, '../../src')
const EVENTS = ['result', 'error', 'cancel', 'progress']

interface Simulated {
  instance: { selectComponent(id: string): RenderedTag['instance'] }
  attach(parent: Element): void
  detach(): void
}

/** A page with the tag, for a virtual host cannot stand alone. What it hears is kept for each of its lives. */
function pageWith(tag: string, id: string, heard: WeakMap<object, RenderedTag['events']>) {
  const handler = (name: string) =>
    function (this: object, { detail }: { detail: unknown }) {
      heard.get(this)?.push({ name, detail })
    }
  return {
    template: `<${tag} id="tag" ${EVENTS.map((name) => `bind:${name}="${name}"`).join(' ')} />`,
    usingComponents: { [tag]: id },
    methods: Object.fromEntries(EVENTS.map((name) => [name, handler(name)])),
  }
}

const simulate: ManyTags = {
  name: 'miniprogram-simulate',
  load(tag) {
    jest.resetModules()
    const simulator = require('miniprogram-simulate')
    const id = simulator.load(path.join(SOURCE, tag, 'index'), { rootPath: SOURCE, compiler: 'official' })
    const heard = new WeakMap<object, RenderedTag['events']>()
    const page = simulator.load(pageWith(tag, id, heard))
    const render = () => {
      const mounted: Simulated = simulator.render(page)
      const events: RenderedTag['events'] = []
      heard.set(mounted.instance, events)
      mounted.attach(document.body.appendChild(document.createElement('div')))
      return { instance: mounted.instance.selectComponent('#tag'), events, detach: () => mounted.detach() }
    }
    return { ocr: require(SOURCE), render }
  },
}

/** Its components are registered once for the document. */
let registered: { ocr: typeof Package; create: ReturnType<typeof register> } | undefined

function registerOnce() {
  jest.resetModules()
  const create = register(readProgram(SOURCE), (script) => require(path.join(SOURCE, script)))
  return { ocr: require(SOURCE) as typeof Package, create }
}

const glassEasel: ManyTags = {
  name: 'glass-easel',
  load(tag) {
    const { ocr, create } = (registered ??= registerOnce())
    const render = () => {
      const root = create(`${tag}/index`, tag)
      const component = root.getComponent()
      const events: RenderedTag['events'] = []
      for (const name of EVENTS) component.addListener(name, ({ detail }) => void events.push({ name, detail }))
      attach(root, document.body.appendChild(document.createElement('div')))
      return { instance: root.get() as unknown as RenderedTag['instance'], events, detach: () => root.release() }
    }
    return { ocr, render }
  },
}

export const MANY_TAGS = [simulate, glassEasel]
