import { setFlagsFromString } from 'node:v8'
import { garbageCollector } from '../../../server/src/engines/embedded/garbage'

const MEGABYTE = 1024 * 1024
const BEFORE_V8_WOULD = 20

afterAll(() => setFlagsFromString('--semi-space-growth-factor=2'))

test('the pixels of pictures that are done with are freed when it says so', () => {
  const collectGarbage = garbageCollector()
  collectGarbage()
  const before = process.memoryUsage().arrayBuffers
  for (let pictures = 0; pictures < BEFORE_V8_WOULD; pictures++) new Uint8Array(MEGABYTE)
  const held = process.memoryUsage().arrayBuffers - before
  collectGarbage()
  const left = process.memoryUsage().arrayBuffers - before
  expect([held / MEGABYTE, Math.max(0, left) / MEGABYTE].map(Math.round)).toEqual([BEFORE_V8_WOULD, 0])
})
