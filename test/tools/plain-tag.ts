import type { PlayedTag } from './life-cycle'

export interface PlainTag extends PlayedTag {
  data: Record<string, unknown>
}

type Method = (this: unknown, ...given: unknown[]) => unknown

interface Definition {
  behaviors?: Definition[]
  properties?: Record<string, { value: unknown } | (() => object | string | number | boolean)>
  data?: Record<string, unknown>
  lifetimes?: Record<string, Method>
  methods?: Record<string, Method>
}

/**
 * A tag without a component framework: no templates, no rendering, thousands of times as fast. It does what both frameworks
 * do with a definition; the frameworks themselves are tested in test/components.
 */
export function plainTag(script: string): () => PlainTag {
  let definition: Definition = {}
  Object.assign(globalThis, {
    Behavior: (given: Definition) => given,
    Component: (given: Definition) => (definition = given),
  })
  require(script)
  return () => mount(definition)
}

/** A component after all that it is made of. */
const flat = (definition: Definition): Definition[] => [...(definition.behaviors ?? []).flatMap(flat), definition]

function mount(definition: Definition): PlainTag {
  const all = flat(definition)
  const events: PlayedTag['events'] = []
  let settings = 0
  const instance = {
    data: {} as Record<string, unknown>,
    setData(changes: object, shown?: () => void) {
      settings++
      Object.assign(instance.data, changes)
      if (shown) queueMicrotask(shown)
    },
    triggerEvent: (name: string, detail?: unknown) => void events.push({ name, detail }),
  }
  for (const { data, methods } of all) {
    Object.assign(instance.data, data)
    Object.assign(instance, methods)
  }
  // A property's own value stands in the place of data of the same name.
  for (const { properties = {} } of all) {
    for (const [name, property] of Object.entries(properties)) {
      // A type alone stands for its empty value.
      instance.data[name] = typeof property === 'function' ? property().valueOf() : property.value
    }
  }
  const live = (lifetime: string) => all.forEach(({ lifetimes }) => lifetimes?.[lifetime]?.call(instance))
  live('created')
  live('attached')
  const { start, cancel, reset } = instance as unknown as PlayedTag
  return {
    start: start.bind(instance),
    cancel: cancel.bind(instance),
    reset: reset.bind(instance),
    detach: () => live('detached'),
    state: () => String(instance.data.state),
    events,
    data: instance.data,
    settings: () => settings,
  }
}
