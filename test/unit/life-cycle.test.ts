import path from 'node:path'
import fc from 'fast-check'
import * as ocr from '../../src'
import { BACKENDS, heldNetwork } from '../tools/every-backend'
import { fakePhone } from '../tools/fake-phone'
import { holdChooser, lives, play } from '../tools/life-cycle'
import { plainTag } from '../tools/plain-tag'

const LIVES = 10_000

const mountTag = plainTag(path.join(__dirname, '../../src/ocr-idcard/index'))

beforeAll(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] })
})

afterAll(() => {
  jest.useRealTimers()
})

it.each(Object.keys(BACKENDS))(
  'keeps its promises in ten thousand lives over %s',
  async (backend) => {
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        jest.clearAllTimers()
        const network = heldNetwork(fakePhone(), ocr, backend)
        ocr.configure({ backend: network.backend })
        const choosers = holdChooser(network)
        const rest = () => new Promise<void>((resolve) => setImmediate(resolve))
        const passTime = async (ms: number) => {
          await rest()
          jest.advanceTimersByTime(ms)
        }
        await play(life, { tag: mountTag(), network, choosers, passTime, rest })
      }),
      { numRuns: LIVES },
    )
  },
  600_000,
)
