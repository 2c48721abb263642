import { availableParallelism, cpus, loadavg } from 'node:os'
import { ApiError, createEmbeddedEngine } from 'miniprogram-ocr-server'
import { readLines } from '../../server/src/engines/embedded/read-lines'
import { recogniseCard } from '../../server/src/engines/embedded/recognise-card'
import { percentile, row, Stages, timed } from './latency'
import { reportLoad } from './load'
import { reportPeers } from './peers'
import { CONDITIONS, takePictures, type Counts, type Picture } from './pictures'
import { Score, SCORE_HEADER, type Reading } from './score'

export interface RecognitionOptions extends Counts {
  /** The seeds 0 to 999 are for tuning. */
  seed: number
  /** Pictures for the other packages to read; 0 leaves them out. */
  peers: number
  /** Cards for throughput and memory. */
  load: number
  /** Cores that one recognition uses. */
  threads: number
}

/** One picture in so many is also read in this process, with its stages timed: prime, so that it is a fair sample of all. */
const STAGED = 5

/** How many fields of which pictures the embedded recogniser gets exactly right, how sure it says it is, and how long it takes. */
export async function reportRecognition({
  seed,
  count,
  heldOut,
  peers,
  load,
  threads,
}: RecognitionOptions): Promise<void> {
  const engine = createEmbeddedEngine({ threads })
  const stages = new Stages()
  const models = await stages.models(threads)
  const times: number[] = []
  const ratios: number[] = []
  const scores = new Map<string, Score>()
  const shown: Picture[] = []
  const total = new Score()
  const stepForPeers = Math.max(1, Math.floor((count * 3) / Math.max(1, peers)))
  let index = 0
  let isStopped = false
  process.once('SIGINT', () => (isStopped = true))
  const minutes = new Stopwatch()

  for await (const picture of takePictures(seed, { count, heldOut })) {
    const { ms, result: reading } = await timed(() => recognise(picture))
    if (times.push(ms) % STAGED === 0) {
      const inThisProcess = () => recogniseCard(picture.card, (look) => readLines(models, picture.image, look))
      ratios.push(ms / (await stages.time(picture.image, inThisProcess)))
    }
    const families = picture.isHeldOut ? 'held-out families' : picture.card
    const all = picture.isHeldOut ? families : `all, ${picture.condition}`
    for (const title of [`${families}, ${picture.condition}`, all]) {
      const score = scores.get(title) ?? new Score()
      scores.set(title, score)
      score.add(picture, reading)
    }
    total.add(picture, reading)
    if (
      !picture.isHeldOut &&
      picture.condition !== 'small scan' &&
      index++ % stepForPeers === 0 &&
      shown.length < peers
    ) {
      shown.push(picture)
    }
    if (isStopped) break
  }

  console.log(`Recognition, seed ${seed}: up to ${count} specimens a card, and ${heldOut} of families held out.`)
  console.log(
    `${cpus()[0]?.model}, ${availableParallelism()} cores, ${threads} used, load average ${loadavg()[1]?.toFixed(1)}\n`,
  )
  console.log(SCORE_HEADER)
  for (const [title, score] of [...scores].sort(byTitle)) console.log(score.row(title))
  console.log(`\nNumbers that pass their checksum and are wrong: ${total.falselyChecked}\n`)
  console.log(`${total.calibration()}\n`)
  console.log(['| | median, ms | 95 %, ms |', '|---|---|---|', row('a picture', times), ...stages.rows()].join('\n'))
  console.log(`\nThe stages are those of every ${STAGED}th picture, one after the other on all threads.`)
  const [median, most] = [0.5, 0.95].map((share) => percentile(ratios, share).toFixed(2))
  console.log(`A picture takes ${median} times the bare runs of the models (median; 95 %: ${most}).\n`)
  minutes.lap('pictures')
  if (peers > 0) console.log(`${await reportPeers(shown, recognise)}\n`)
  await engine.close()
  minutes.lap('other packages')
  if (load > 0) console.log(`${await reportLoad(shown, load)}\n`)
  minutes.lap('load')
  console.log(`${minutes.report()}\n`)
  console.log(['Misses:', ...total.misses.map((miss) => `- ${miss}`)].join('\n'))

  async function recognise({ card, image }: Picture): Promise<Reading | undefined> {
    try {
      const { confidence = {}, ...fields } = await engine.recognize(card, image, 'photo')
      return {
        fields: Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, String(text)])),
        confidence,
      }
    } catch (error) {
      if (error instanceof ApiError) return undefined
      throw error
    }
  }
}

/** How many minutes each part took. */
class Stopwatch {
  private readonly laps: string[] = []
  private last = performance.now()

  lap(name: string): void {
    const now = performance.now()
    this.laps.push(`${name} ${((now - this.last) / 60_000).toFixed(1)} min`)
    this.last = now
  }

  report(): string {
    return `Took: ${this.laps.join(', ')}.`
  }
}

/** All together first, what was held out last. */
function byTitle([a]: [string, Score], [b]: [string, Score]): number {
  const rank = (title: string) =>
    (title.startsWith('all') ? 0 : title.startsWith('held') ? 100 : 10) +
    CONDITIONS.findIndex((name) => title.endsWith(`, ${name}`))
  return rank(a) - rank(b) || a.localeCompare(b)
}
