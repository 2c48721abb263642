import type { Strip } from './crop'
import type { OwnModels } from './model-files'
import { loadRecogniser, warmUpRecogniser } from './models'
import { outliveSignals } from './outlive-signals'
import { recognize } from './recognize'

/** Answers each strip that arrives on the channel, until the channel is closed. */
async function main() {
  outliveSignals()
  const own: OwnModels = JSON.parse(process.argv[2] ?? '')
  const recogniser = loadRecogniser(own)
  process.on('message', async (strip: Strip) => process.send?.(await recognize(await recogniser, strip)))
  await warmUpRecogniser(await recogniser)
}

void main()
