import { setTimeout } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { garbageCollector } from '../../../server/src/engines/embedded/garbage'

const MEGABYTE = 1024 * 1024
const BEFORE_V8_WOULD = 20

afterAll(() => setFlagsFromString('--semi-space-growth-factor=2'))

test('the pixels of pictures that are done with are freed when it says so', async () => {
  const collectGarbage = garbageCollector()
  collectGarbage()
  const before = process.memoryUsage().arrayBuffers
  for (let pictures = 0; pictures < BEFORE_V8_WOULD; pictures++) new Uint8Array(MEGABYTE)
  const held = process.memoryUsage().arrayBuffers - before
  collectGarbage()
  // V8 gives them back in a thread of its own.
  const left = () => process.memoryUsage().arrayBuffers - before
  for (let waits = 0; left() > MEGABYTE && waits < 500; waits++) await setTimeout(10)
  expect([held / MEGABYTE, Math.max(0, left()) / MEGABYTE].map(Math.round)).toEqual([BEFORE_V8_WOULD, 0])
})
