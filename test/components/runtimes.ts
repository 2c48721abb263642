import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import type * as Package from '../../src'
import { readProgram } from '../../demo/preview/compile'
import { attach, createEnvironment, register } from '../../demo/preview/runtime/code-space'

/** What a page holds after `selectComponent`. */
export interface TagInstance {
  data: { state: string; percent: number; value: Record<string, string> }
  start(): Promise<void>
  cancel(): void
  reset(): void
  setData(data: object): void
  /** A viewfinder's: some runtimes hand a tap over later. */
  onShutter(): void
}

export interface MountedTag {
  instance: TagInstance
  /** Events in the order they came. */
  events: Array<{ name: string; detail: unknown }>
  /** Everything rendered, one element and its shadow tree. */
  element: Element
  /** Changes properties, as the page that holds the tag does. */
  setProperties(properties: object): void
  /** As a page's `bind:` does. */
  listen(name: string, listener: (detail: unknown) => void): void
  /** What happens to the page that it is on. */
  page(lifetime: 'show' | 'hide' | 'resize'): void
  detach(): void
}

/** A platform's component framework: the same tag is mounted on each, straight from `src`, in a page. */
export interface Runtime {
  name: string
  /**
   * The package, made ready as `app.ts` would, and a page with one tag of it.
   * @param properties also `class` and `style`
   * @param content what the page puts between the tag's start and end: wxml
   */
  mount(
    tag: string,
    properties: Record<string, unknown>,
    launch: (ocr: typeof Package) => void,
    content?: string,
  ): MountedTag
  /** What an element says to assistive technology: `role`, `aria-label`, `aria-live` …; text, or `''`. */
  aria(element: Element, name: string): string
  /** What stands in an `<input>`. */
  valueOf(input: Element): string
  /** A person types into an `<input>`. */
  type(input: Element, value: string): void
}

const SOURCE = path.join(__dirname, '../../src')
const EVENTS = ['result', 'error', 'cancel', 'progress', 'beforecapture', 'photo', 'album', 'close']
const program = readProgram(SOURCE)

/** The page's wxml. */
function template(tag: string, properties: object, content: string): string {
  const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const attributes = Object.keys(properties).map((name) => `${kebab(name)}="{{${name}}}"`)
  const handlers = EVENTS.map((name) => `bind:${name}="${name}"`)
  return `<${tag} id="tag" ${[...attributes, ...handlers].join(' ')}>${content}</${tag}>`
}

/** The parts that a page puts into a tag. */
const partsIn = (wxml: string) => ['ocr-viewfinder', 'ocr-confirm'].filter((part) => wxml.includes(`<${part}`))

/** The page's handlers, and what they heard. */
function hear() {
  const events: MountedTag['events'] = []
  const listeners: Array<{ name: string; listener: (detail: unknown) => void }> = []
  const listen: MountedTag['listen'] = (name, listener) => void listeners.push({ name, listener })
  const handlers = EVENTS.map((name) => [
    name,
    ({ detail }: { detail: unknown }) => {
      events.push({ name, detail })
      listeners.filter((one) => one.name === name).forEach(({ listener }) => listener(detail))
    },
  ])
  return { events, listen, methods: Object.fromEntries(handlers) }
}

let simulator: ReturnType<typeof loadSimulator> | undefined

/** Loading it puts a `wx` of its own in place, beside the constructors that scripts find. */
function loadSimulator() {
  const phone = Reflect.get(globalThis, 'wx')
  const { load, render } = require('miniprogram-simulate')
  const { triggerEvent } = require('miniprogram-exparser')
  const { Component, Behavior } = globalThis as never as { Component: unknown; Behavior: unknown }
  Object.assign(globalThis, { wx: phone })
  return { load, render, triggerEvent, globals: { Component, Behavior } }
}

/** What miniprogram-simulate gives back, as far as it is used here. */
interface Simulated {
  instance: { selectComponent(id: string): TagInstance; setData(data: object): void }
  attach(parent: Element): void
  detach(): void
  triggerPageLifeTime(lifetime: string): void
}

/** miniprogram-simulate: exparser, the classic framework, with templates compiled by WeChat's own compiler. */
const simulate: Runtime = {
  name: 'miniprogram-simulate',
  mount(tag, properties, launch, content = '') {
    simulator ??= loadSimulator()
    jest.resetModules()
    Object.assign(globalThis, simulator.globals)
    const { load } = simulator
    const components = [tag, ...partsIn(content)].map((name) => {
      const id: string = load(path.join(SOURCE, name, 'index'), { rootPath: SOURCE, compiler: 'official' })
      return [name, id]
    })
    launch(require(SOURCE))
    const { events, listen, methods } = hear()
    const page = load({
      template: template(tag, properties, content),
      usingComponents: Object.fromEntries(components),
      data: { ...properties },
      methods,
    })
    const mounted: Simulated = simulator.render(page)
    const element = document.body.appendChild(document.createElement('div'))
    mounted.attach(element)
    return {
      instance: mounted.instance.selectComponent('#tag'),
      events,
      element,
      setProperties: (changes) => mounted.instance.setData(changes),
      listen,
      page: (lifetime) => mounted.triggerPageLifeTime(lifetime),
      detach: () => mounted.detach(),
    }
  },
  aria: (element, name) => attributeOf(element, camelCase(name === 'role' ? 'aria-role' : name)),
  valueOf: (input) => attributeOf(input, 'value'),
  type: (input, value) => simulator?.triggerEvent(Reflect.get(input, '__wxElement'), 'input', { value }),
}

const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** Of WeChat's own tags it renders no attributes; it keeps them beside the element. */
function attributeOf(element: Element, name: string): string {
  const node: { _vt?: { attrs: Array<{ name: string; value: unknown }> } } = Reflect.get(element, '__wxElement')
  return String(node._vt?.attrs.find((attribute) => attribute.name === name)?.value ?? '')
}

/** glass-easel: the framework under Skyline. */
function glassEasel(): Runtime {
  let environment: ReturnType<typeof createEnvironment> | undefined
  return {
    name: 'glass-easel',
    mount(tag, properties, launch, content = '') {
      jest.resetModules()
      environment ??= createEnvironment()
      const { events, listen, methods } = hear()
      const load = (script: string) =>
        script === 'page' ? Component({ data: { ...properties }, methods }) : require(path.join(SOURCE, script))
      const create = register(pageWith(tag, template(tag, properties, content)), load, environment)
      launch(require(SOURCE))
      const root = create('page', 'page')
      const element = document.body.appendChild(document.createElement('div'))
      attach(root, element)
      const page = root.get()
      return {
        instance: page.selectComponent('#tag') as unknown as TagInstance,
        events,
        element,
        setProperties: (changes) => page.setData(changes),
        listen,
        page: (lifetime) => root.getComponent().triggerPageLifetime(lifetime, []),
        detach: () => root.release(),
      }
    },
    aria: (element, name) => (element.querySelector(':scope > input') ?? element).getAttribute(name) ?? '',
    valueOf: (input) => input.querySelector('input')?.value ?? '',
    type(input, value) {
      const field = input.querySelector('input')
      if (!field) throw new Error('nothing to type into')
      field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
  }
}

/** The components in `src`, and a page that uses one of them. */
function pageWith(tag: string, wxml: string): typeof program {
  const group = new TmplGroup()
  const problems = group.addTmpl('page', wxml)
  if (problems.length) throw new Error(JSON.stringify(problems))
  const templates = { ...program.templates, ...new Function(`return ${group.getTmplGenObjectGroups()}`)() }
  const components = [tag, ...partsIn(wxml)].map((name) => [name, `/${name}/index`])
  const config = { component: true as const, usingComponents: Object.fromEntries(components) }
  return { ...program, templates, components: [...program.components, { path: 'page', config, styleScope: '' }] }
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

/** An event of one of WeChat's own tags, `<camera>` say. */
export function fire(element: Element, name: string, detail: object): void {
  Reflect.get(element, '__wxElement').triggerEvent(name, detail)
}
