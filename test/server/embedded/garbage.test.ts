import { execFileSync } from 'node:child_process'
import path from 'node:path'

const PICTURES = 20
const GARBAGE = path.join(__dirname, '../../../server/dist/server/src/engines/embedded/garbage.js')

/** Says, in megabytes, what pictures that are done with hold before they are freed and after. */
const HOLD_AND_FREE = `
  const collectGarbage = require(${JSON.stringify(GARBAGE)}).garbageCollector()
  const megabytes = () => Math.round(process.memoryUsage().arrayBuffers / 1024 / 1024)
  for (let pictures = 0; pictures < ${PICTURES}; pictures++) new Uint8Array(1024 * 1024)
  const held = megabytes()
  collectGarbage()
  console.log(held, megabytes())
`

// In a process of its own, where nothing of other tests is freed meanwhile, and on one thread: V8 otherwise frees in another, later.
test('the pixels of pictures that are done with are freed when it says so', () => {
  const said = execFileSync(process.execPath, ['--single-threaded-gc', '-e', HOLD_AND_FREE])
  expect(String(said).trim()).toBe(`${PICTURES} 0`)
})
