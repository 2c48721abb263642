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

interface Simulated extends RenderedTag {
  attach(parent: Element): void
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void
}

const simulate: ManyTags = {
  name: 'miniprogram-simulate',
  load(tag) {
    jest.resetModules()
    const simulator = require('miniprogram-simulate')
    const id = simulator.load(path.join(SOURCE, tag, 'index'), { rootPath: SOURCE, compiler: 'official' })
    const render = () => {
      const mounted: Simulated = simulator.render(id)
      const events: RenderedTag['events'] = []
      for (const name of EVENTS) mounted.addEventListener(name, ({ detail }) => events.push({ name, detail }))
      mounted.attach(document.body.appendChild(document.createElement('div')))
      return { instance: mounted.instance, events, detach: () => mounted.detach() }
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
