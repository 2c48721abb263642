import type { Strip } from './crop'
import { garbageCollector } from './garbage'
import type { OwnModels } from './model-files'
import { loadRecogniser, warmUpRecogniser } from './models'
import { outliveSignals } from './outlive-signals'
import { recognize } from './recognize'

/** Between two pages there is more, as their text has to be found first. */
const REST_MS = 50

/** Answers each strip that arrives on the channel, until the channel is closed. */
async function main() {
  outliveSignals()
  const own: OwnModels = JSON.parse(process.argv[2] ?? '')
  const recogniser = loadRecogniser(own)
  const rest = setTimeout(garbageCollector(), REST_MS)
  process.on('message', async (strip: Strip) => {
    process.send?.(await recognize(await recogniser, strip))
    rest.refresh()
  })
  await warmUpRecogniser(await recogniser)
}

void main()
