import fc from 'fast-check'
import type * as Package from '../../src'
import { BACKENDS, heldNetwork } from '../tools/every-backend'
import { fakePhone } from '../tools/fake-phone'
import type { World } from '../tools/life-cycle'
import { holdChooser, lives, play } from '../tools/life-cycle'
import type { Runtime } from './runtimes'
import { RUNTIMES } from './runtimes'

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

/** The package on a runtime, with a tag for each life. */
function load(runtime: Runtime, backend: string): () => World {
  let launched: typeof Package | undefined
  fakePhone()
  const render = runtime.load('ocr-idcard', (ocr) => (launched = ocr))
  return () => {
    if (!launched) throw new Error('the runtime has not launched the package')
    const network = heldNetwork(fakePhone(), launched, backend)
    launched.configure({ backend: network.backend })
    const { instance, events, detach } = render({})
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
    return { tag, network, choosers: holdChooser(network), passTime, rest }
  }
}

beforeAll(() => {
  jest.useFakeTimers()
})

afterAll(() => {
  jest.useRealTimers()
})

describe.each(RUNTIMES)('on $name', (runtime) => {
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
