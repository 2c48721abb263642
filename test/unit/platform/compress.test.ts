import { Cancellation } from '../../../src/cancellation'
import { compress } from '../../../src/compress/compress'
import { OcrError } from '../../../src/errors'
import sharp from 'sharp'
import type { Sample } from '../../platform/corpus'
import { corpus, expectedOn, isUpright } from '../../platform/corpus'
import type { Quirks } from '../../platform/phone'
import { createPhone } from '../../platform/phone'

const LIMIT = 2 * 1024 * 1024

const PHONES: Record<string, Quirks> = {
  'a well-behaved Android': { decodesHeic: true },
  'an Android that opens no HEIC': {},
  iOS: { decodesHeic: true, compressImageKnowsJpegAlone: true },
  'a base library below 2.16.1': { compressImageIgnoresWidth: true, offscreenCanvasMissing: true },
  'a base library below 2.26.0': { compressImageIgnoresWidth: true },
  'one whose compressImage does nothing': { compressImageDoesNothing: true },
  'one whose compressImage enlarges': { compressImageEnlarges: true },
  'one whose compressImage fails': { compressImageFails: true },
  'one whose compressImage keeps the orientation': { compressImageKeepsOrientation: true },
  'one whose chooser reports a wrong size': { chooserReportsWrongSize: true },
}

const samples: Sample[] = []

beforeAll(async () => {
  for await (const sample of corpus({ only: 'small' })) samples.push(sample)
})

describe.each(Object.entries(PHONES))('on %s', (_, quirks) => {
  test('every picture comes out as promised, and nothing stays behind', async () => {
    for (const sample of samples) {
      const outcome = await compressOn(quirks, sample)
      expect([sample.name, outcome]).toEqual([sample.name, PROMISED[expectedOn(sample, quirks)]])
    }
  }, 60_000)
})

const FRUGAL = { leftBehind: 0, atMostFourEncodings: true, neverTwoInMemory: true }
const PROMISED = {
  jpeg: { ...FRUGAL, end: { format: 'jpeg', isBelowLimit: true, isUpright: true, isAsLargeAsSaid: true } },
  'image-format': { ...FRUGAL, end: 'image-format' },
}

async function compressOn(quirks: Quirks, sample: Sample) {
  const phone = createPhone(quirks)
  Object.assign(globalThis, { wx: phone.wx })
  const path = phone.add(sample.file, sample.fileName)
  const sent = await compress({ path, size: sample.file.length }, LIMIT, new Cancellation()).catch(asKind)
  const end = typeof sent === 'string' ? sent : await judge(phone.read(sent.path), sent, sample)
  await new Promise((resolve) => setTimeout(resolve, 5))
  const left = phone.temporaryFiles().filter((file) => typeof sent === 'string' || file !== sent.path)
  const { compressImage, canvasToTempFilePath, peakDecodes } = phone.counts
  phone.dispose()
  return {
    end,
    leftBehind: left.length,
    atMostFourEncodings: compressImage + canvasToTempFilePath <= 4,
    neverTwoInMemory: peakDecodes <= 1,
  }
}

async function judge(file: Buffer, said: { width: number; height: number; size: number }, sample: Sample) {
  const { format, width, height } = await sharp(file).metadata()
  return {
    format,
    isBelowLimit: file.length < LIMIT,
    isUpright: await isUpright(file, sample),
    isAsLargeAsSaid: said.width === width && said.height === height && said.size === file.length,
  }
}

function asKind(error: unknown): string {
  if (error instanceof OcrError) return error.kind
  throw error
}
