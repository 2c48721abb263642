import { availableParallelism, cpus, loadavg } from 'node:os'
import { loadModels, warmUp } from '../../server/src/engines/embedded/models'
import { readLines } from '../../server/src/engines/embedded/read-lines'
import { recogniseCard } from '../../server/src/engines/embedded/recognise-card'
import type { Reading } from '../../server/src/layouts/reading'
import { Latency } from './latency'
import { reportLoad } from './load'
import { reportPeers } from './peers'
import { CONDITIONS, takePictures, type Counts, type Picture } from './pictures'
import { Score, SCORE_HEADER } from './score'

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

/** How many fields of which pictures the embedded recogniser gets exactly right, how sure it says it is, and how long it takes. */
export async function reportRecognition({
  seed,
  count,
  heldOut,
  peers,
  load,
  threads,
}: RecognitionOptions): Promise<void> {
  const latency = new Latency()
  const models = latency.watch(await loadModels(threads))
  await warmUp(models)
  const scores = new Map<string, Score>()
  const shown: { picture: Picture; reading?: Reading; ms: number }[] = []
  const total = new Score()
  const stepForPeers = Math.max(1, Math.floor((count * 3) / Math.max(1, peers)))
  let index = 0
  let isStopped = false
  process.once('SIGINT', () => (isStopped = true))

  for await (const picture of takePictures(seed, { count, heldOut })) {
    const start = performance.now()
    const look = (how: object) => readLines(models, picture.image, how)
    const reading = await latency.time(picture.image, () => recogniseCard(picture.card, look))
    const ms = performance.now() - start
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
      shown.push({ picture, reading, ms })
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
  console.log(`${total.calibration()}\n\n${latency.report()}\n`)
  if (peers > 0)
    console.log(
      `${reportPeers(
        shown.map(({ picture }) => picture),
        shown,
      )}\n`,
    )
  if (load > 0)
    console.log(
      `${await reportLoad(
        shown.map(({ picture }) => picture),
        load,
      )}\n`,
    )
  console.log(['Misses:', ...total.misses.map((miss) => `- ${miss}`)].join('\n'))
}

/** All together first, what was held out last. */
function byTitle([a]: [string, Score], [b]: [string, Score]): number {
  const rank = (title: string) =>
    (title.startsWith('all') ? 0 : title.startsWith('held') ? 100 : 10) +
    CONDITIONS.findIndex((name) => title.endsWith(`, ${name}`))
  return rank(a) - rank(b) || a.localeCompare(b)
}
