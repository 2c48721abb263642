import type { Sample } from '../platform/corpus'
import { expectedOn, isUpright } from '../platform/corpus'
import { inspect } from '../platform/decoder'
import type { Quirks } from '../platform/phone'
import { createPhone } from '../platform/phone'
import type { Way } from './ways'
import { compressAt } from './ways'

export const FAULTS = ['failed', 'too large', 'not an upright JPEG', 'no picture, not refused'] as const
export type Fault = (typeof FAULTS)[number]

/** What one way made of one picture. */
export interface Outcome {
  encodings: number
  /** Milliseconds. */
  time: number
  /** What would be sent; missing where the way failed. */
  sent?: Buffer
  fault?: Fault
}

/** Runs a way on a new phone with one picture in it. */
export async function compressOnce(way: Way, sample: Sample, quirks: Quirks, limit: number): Promise<Outcome> {
  const phone = createPhone(quirks)
  const path = phone.add(sample.file, sample.fileName)
  const start = performance.now()
  const result = await way(phone, path, limit).catch(() => undefined)
  const time = performance.now() - start
  const sent = result === undefined ? undefined : phone.read(result)
  const encodings = phone.counts.compressImage + phone.counts.canvasToTempFilePath
  phone.dispose()
  return { encodings, time, sent, fault: await faultOf(sent, sample, quirks, limit) }
}

async function faultOf(sent: Buffer | undefined, sample: Sample, quirks: Quirks, limit: number) {
  const isPicture = expectedOn(sample, quirks) === 'jpeg'
  if (!sent) return isPicture ? 'failed' : undefined
  if (!isPicture) return 'no picture, not refused'
  if (sent.length >= limit) return 'too large'
  const isJpeg = (await inspect(sent, quirks)).type === 'jpeg'
  return isJpeg && (await isUpright(sent, sample)) ? undefined : 'not an upright JPEG'
}

/** Milliseconds that one encoding of the picture takes, on a phone that does as it is told. */
export async function timeOfBareEncoding(sample: Sample): Promise<number> {
  const bare: Way = (phone, path) => compressAt(phone, path, 80)
  return (await compressOnce(bare, sample, { decodesHeic: true }, Infinity)).time
}
