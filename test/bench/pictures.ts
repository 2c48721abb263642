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
const SMALL = 4
const TILTED = 5

export interface Counts {
  /** Pictures of each card of the tuned families: two sides of an identity card, three views of a licence. */
  count: number
  /** The same of those held out of tuning. */
  heldOut: number
}

/**
 * Every specimen as a scan, a photo and a hard photo, and some as small scans. The cards and families come in turns, so that
 * the pictures up to any of them are a fair sample.
 */
export async function* takePictures(seed: number, counts: Counts): AsyncGenerator<Picture> {
  let index = 0
  for await (const [card, isHeldOut, specimen] of drawAll(seed, counts)) {
    const { name, scan, truth: _, ...drawn } = specimen
    const common = { card, name: `${name} (${drawn.family})`, isHeldOut, truth: fieldsOf(specimen) }
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

async function* drawAll(seed: number, { count, heldOut }: Counts): AsyncGenerator<[Card, boolean, Specimen]> {
  const common = { seed, worn: WORN }
  const draw = (isHeldOut: boolean, of: number): [Card, boolean, number, AsyncIterator<Specimen>][] => {
    const [id, bank, vehicle] = isHeldOut
      ? [HELD_OUT_ID_FAMILIES, HELD_OUT_BANK_FAMILIES, HELD_OUT_VEHICLE_FAMILIES]
      : [ID_FAMILIES, BANK_FAMILIES, VEHICLE_FAMILIES]
    return [
      ['idcard', isHeldOut, of, drawIdCards({ ...common, count: Math.ceil(of / 2), families: id })],
      ['bankcard', isHeldOut, of, drawBankCards({ ...common, count: of, families: bank })],
      ['driving', isHeldOut, of, drawVehicleLicences({ ...common, count: Math.ceil(of / 3), families: vehicle })],
    ]
  }
  const sources = [...draw(false, count), ...draw(true, heldOut)]
  for (let round = 0; round < count; round++) {
    for (const [card, isHeldOut, of, specimens] of sources) {
      // In turns: what there are fewer of comes as much more seldom.
      if (Math.floor(((round + 1) * of) / count) === Math.floor((round * of) / count)) continue
      const { value, done } = await specimens.next()
      if (!done) yield [card, isHeldOut, value]
    }
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
