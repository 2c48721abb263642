import path from 'node:path'
import fc from 'fast-check'
import * as ocr from '../../src'
import type { OcrErrorDetail } from '../../src'
import { BACKENDS, heldNetwork } from '../tools/every-backend'
import { fakePhone } from '../../testing/fake-phone'
import { holdChooser, lives, play } from '../tools/life-cycle'
import { plainTag } from '../tools/plain-tag'

const LIVES = 10_000

const mountTag = plainTag(path.join(__dirname, '../../src/ocr-idcard/index'))

beforeAll(() => {
  // Every cancelled life makes an Error; their stacks are a tenth of all the time.
  Error.stackTraceLimit = 0
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] })
})

afterAll(() => {
  jest.useRealTimers()
})

const oneSide = Object.keys(BACKENDS).map((backend) => [backend, 'any'] as const)

it.each([...oneSide, ['http', 'both'] as const])(
  'keeps its promises in ten thousand lives over %s, asked for side="%s"',
  async (backend, side) => {
    const ends = new Map<string, number>()
    // One network for all: jest keeps every `wx` that was ever global.
    const network = heldNetwork(fakePhone(), ocr, backend)
    const choosers = holdChooser(network)
    ocr.configure({ backend: network.backend })
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        jest.clearAllTimers()
        network.forget()
        choosers.length = 0
        const rest = () => new Promise<void>((resolve) => setImmediate(resolve))
        const passTime = async (ms: number) => {
          await rest()
          jest.advanceTimersByTime(ms)
        }
        const tag = mountTag()
        tag.data.side = side
        await play(life, { tag, network, choosers, photos: side === 'both' ? 2 : 1, passTime, rest })
        for (const { name, detail } of tag.events) {
          const end = name === 'error' ? (detail as OcrErrorDetail).kind : name
          ends.set(end, (ends.get(end) ?? 0) + 1)
        }
      }),
      { numRuns: LIVES },
    )
    // Lives in which nothing happens keep every promise.
    for (const end of ['result', 'cancel', 'timeout', 'quota']) expect(ends.get(end)).toBeGreaterThan(LIVES / 500)
  },
  600_000,
)
