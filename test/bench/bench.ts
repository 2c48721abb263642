/**
 * `npm run bench`: what reading a reply costs, what compression comes to, what mounting a tag costs, and how many fields the embedded recogniser gets exactly right, on cards drawn afresh.
 * `--seed` draws other cards (the seeds 0 to 999 were used while tuning), `--count` more of them.
 */
import { parseArgs } from 'node:util'
import { createEmbeddedEngine } from 'miniprogram-ocr-server'
import { drawIdCards } from '../samples/draw'
import { installWhatDrawingNeeds } from '../samples/install'
import { takePhoto } from '../samples/photo'
import { reportCards } from './cards'
import { reportCompress } from './compress'
import { reportRender } from './render'
import { Score } from './score'

const ROTATIONS = [0, 90, 180, 270] as const

async function main() {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '2026' }, count: { type: 'string', default: '20' } },
  })
  const [seed, count] = [Number(values.seed), Number(values.count)]
  console.log(reportCards())
  console.log(await reportCompress())
  console.log(await reportRender())
  installWhatDrawingNeeds()
  const engine = createEmbeddedEngine()
  const scans = new Score('scans, 1400 px')
  const photos = new Score('photos, 3000 × 4000 px, four directions')

  let index = 0
  for await (const { name, truth, scan } of drawIdCards({ seed, count })) {
    const rotation = ROTATIONS[index % ROTATIONS.length]
    const photo = await takePhoto(scan, { seed: seed * 1000 + index, rotation })
    await scans.add(name, truth, () => engine.recognize('idcard', scan, 'scan'))
    await photos.add(`${name}, turned ${rotation}°`, truth, () => engine.recognize('idcard', photo, 'photo'))
    index++
  }
  await engine.close()
  console.log(`Identity cards, seed ${seed}: ${count} cards, both sides, ${index} scans and ${index} photos\n`)
  for (const score of [scans, photos]) console.log(score.report())
}

void main()
