import fc from 'fast-check'
import { BACKENDS, heldNetwork } from '../tools/every-backend'
import { fakePhone } from '../../testing/fake-phone'
import type { World } from '../tools/life-cycle'
import { holdChooser, lives, play } from '../tools/life-cycle'
import type { ManyTags } from './many-tags'
import { MANY_TAGS } from './many-tags'

/** Over each backend; test/unit/life-cycle.test.ts plays many more, without a framework. */
const LIVES = 40

const realTimeout = setTimeout

/** Whatever the framework has put off for a moment is done, too. */
const rest = async () => {
  await new Promise<void>((resolve) => realTimeout(resolve, 0))
  jest.advanceTimersByTime(20)
}

const passTime = async (ms: number) => {
  await rest()
  jest.advanceTimersByTime(ms)
}

/** A tag for each life. */
function load(runtime: ManyTags, backend: string): () => World {
  const { ocr, render } = runtime.load('ocr-idcard')
  return () => {
    const network = heldNetwork(fakePhone(), ocr, backend)
    ocr.configure({ backend: network.backend })
    const { instance, events, detach } = render()
    const setData = jest.spyOn(instance, 'setData')
    const tag = {
      start: () => instance.start(),
      cancel: () => instance.cancel(),
      reset: () => instance.reset(),
      detach,
      state: () => instance.data.state,
      events,
      settings: () => setData.mock.calls.length,
    }
    return { tag, network, choosers: holdChooser(network), photos: 1, passTime, rest }
  }
}

beforeAll(() => {
  jest.useFakeTimers()
})

afterAll(() => {
  jest.useRealTimers()
})

describe.each(MANY_TAGS)('on $name', (runtime) => {
  it.each(Object.keys(BACKENDS))(
    'a tag keeps its promises over %s',
    async (backend) => {
      const mount = load(runtime, backend)
      await fc.assert(
        fc.asyncProperty(lives, (life) => {
          jest.clearAllTimers()
          document.body.replaceChildren()
          return play(life, mount())
        }),
        { numRuns: LIVES },
      )
    },
    600_000,
  )
})
