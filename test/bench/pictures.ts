import sharp from 'sharp'
import type { Card } from 'miniprogram-ocr-server'
import { BANK_FAMILIES } from '../samples/bankcard/families'
import { ID_FAMILIES } from '../samples/card/families'
import { drawBankCards, drawIdCards, drawVehicleLicences, type Specimen } from '../samples/draw'
import { HELD_OUT_BANK_FAMILIES, HELD_OUT_ID_FAMILIES, HELD_OUT_VEHICLE_FAMILIES } from '../samples/held-out/families'
import { takePhoto } from '../samples/photo'
import { seededRandom } from '../samples/random'
import { VEHICLE_FAMILIES } from '../samples/vehicle/families'

export const CONDITIONS = ['scan', 'small scan', 'photo', 'hard photo'] as const
export type Condition = (typeof CONDITIONS)[number]

export interface Picture {
  card: Card
  name: string
  condition: Condition
  /** Of a family that nobody looked at while tuning. */
  isHeldOut: boolean
  image: Buffer
  /** The fields of WeChat's reply that it shows. */
  truth: Record<string, string>
}

/** What a mini-program sends at most: 4 megapixels. */
const PHOTO = { width: 1734, height: 2312, quality: 85 }
const WORN = 0.25
const ROTATIONS = [0, 90, 180, 270] as const
/** One picture in so many is small, too; one photo in so many is tilted by up to 25° rather than 8°. */
const SMALL = 3
const TILTED = 5

/** Every specimen as a scan, a photo and a hard photo, and some as small scans. */
export async function* takePictures(seed: number, count: number, isHeldOut: boolean): AsyncGenerator<Picture> {
  let index = 0
  for await (const [card, specimen] of drawAll(seed, count, isHeldOut)) {
    const { name, scan } = specimen
    const common = { card, name, isHeldOut, truth: fieldsOf(specimen) }
    const photoSeed = seed * 1000 + index
    const options = {
      ...PHOTO,
      seed: photoSeed,
      size: specimen.size,
      rotation: ROTATIONS[index % ROTATIONS.length],
      tilt: index % TILTED === 0 ? 25 : 8,
    }
    yield { ...common, condition: 'scan', image: scan }
    if (index % SMALL === 0) yield { ...common, condition: 'small scan', image: await shrink(specimen, photoSeed) }
    yield { ...common, condition: 'photo', image: await takePhoto(scan, options) }
    yield { ...common, condition: 'hard photo', image: await takePhoto(scan, { ...options, hard: true }) }
    index++
  }
}

/** @param count of pictures of each card: two sides of an identity card, three views of a licence */
async function* drawAll(seed: number, count: number, isHeldOut: boolean): AsyncGenerator<[Card, Specimen]> {
  const common = { seed, worn: WORN }
  const [id, bank, vehicle] = isHeldOut
    ? [HELD_OUT_ID_FAMILIES, HELD_OUT_BANK_FAMILIES, HELD_OUT_VEHICLE_FAMILIES]
    : [ID_FAMILIES, BANK_FAMILIES, VEHICLE_FAMILIES]
  for await (const one of drawIdCards({ ...common, count: Math.ceil(count / 2), families: id })) yield ['idcard', one]
  for await (const one of drawBankCards({ ...common, count, families: bank })) yield ['bankcard', one]
  for await (const one of drawVehicleLicences({ ...common, count: Math.ceil(count / 3), families: vehicle })) {
    yield ['driving', one]
  }
}

/** 420 to 720 px wide, most of them grey; a picture of two pages half as wide again. */
function shrink({ scan, size }: Specimen, seed: number): Promise<Buffer> {
  const random = seededRandom(seed, 'small')
  const width = Math.round(random.integer(420, 720) * (size.height > 100 || size.width > 100 ? 1.5 : 1))
  const small = sharp(scan).resize(width)
  return (random.chance(0.6) ? small.greyscale() : small).jpeg({ quality: random.integer(55, 80) }).toBuffer()
}

/** WeChat's reply has no issuing authority, and says the side in words of its own. */
const NOT_IN_REPLY = ['side', 'authority', 'card', 'page']

function fieldsOf({ truth }: Specimen): Record<string, string> {
  return Object.fromEntries(Object.entries(truth).filter(([field]) => !NOT_IN_REPLY.includes(field)))
}
