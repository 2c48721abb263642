import { createEmbeddedEngine } from 'miniprogram-ocr-server'
import { corpus } from '../platform/corpus'
import type { Quirks } from '../platform/phone'
import { compressOnce, timeOfBareEncoding } from './compress-once'
import { Tally } from './compress-tally'
import { Legibility } from './legibility'
import { thisPackage, USUAL_WAYS } from './ways'

const LIMIT = 2 * 1024 * 1024

const OURS = 'this package'
const WAYS = { [OURS]: thisPackage, ...USUAL_WAYS }

const PHONES: Record<string, Quirks> = {
  Android: { decodesHeic: true },
  iOS: { decodesHeic: true, compressImageKnowsJpegAlone: true },
  'base library below 2.16.1': { compressImageIgnoresWidth: true, offscreenCanvasMissing: true },
  'compressImage does nothing': { compressImageDoesNothing: true },
}

/** How many encodings a picture below the limit takes, beside the two usual ways, and what can still be read in it. */
export async function reportCompress(): Promise<string> {
  const engine = createEmbeddedEngine()
  const legibility = new Legibility(engine)
  const tally = new Tally(LIMIT, OURS)
  let pictures = 0
  for await (const sample of corpus()) {
    const bareTime = await timeOfBareEncoding(sample)
    for (const [phone, quirks] of Object.entries(PHONES)) {
      for (const [title, way] of Object.entries(WAYS)) {
        const outcome = await compressOnce(way, sample, quirks, LIMIT)
        tally.add(phone, title, sample.name, outcome, bareTime)
        if (title === OURS && outcome.sent && sample.truth) await legibility.add(phone, sample, outcome.sent)
      }
    }
    pictures++
  }
  await engine.close()
  const title = `Compression, ${pictures} pictures, below ${LIMIT.toLocaleString('en')} bytes`
  return [title, '', tally.report(), legibility.report()].join('\n')
}
