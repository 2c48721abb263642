import type { Sample } from './corpus'
import { open } from './decoder'

/** Sides of the thumbnails that are compared, and how alike two of the same picture must be. */
const SIDE = 32
const ALIKE = 0.9
/** How far width to height may be off: a side of 20 pixels is rounded to a whole one. */
const RATIO_TOLERANCE = 0.06

const GREEN = 1
const ALPHA = 3

/** Its green alone: the colour that weighs most in how light a picture is. */
type Thumbnail = { light: number[]; isOpaque: number[] }

/** Whether the result, as it is stored, shows the sample as it is seen: neither turned nor mirrored nor stretched. */
export async function isUpright(result: Buffer, sample: Sample): Promise<boolean> {
  const { width, height, orientation = 1 } = await open(result).metadata()
  const stretch = width / height / (sample.uprightWidth / sample.uprightHeight)
  if (orientation !== 1 || Math.abs(stretch - 1) > RATIO_TOLERANCE) return false
  const seen = await thumbnailOf(sample)
  const { light } = await thumbnail(result)
  const likeness = ORIENTATIONS.map((turn) => correlation(turn(light), seen))
  return (likeness[0] ?? 0) >= ALIKE && Math.max(...likeness) === likeness[0]
}

const thumbnails = new WeakMap<Sample, Promise<Thumbnail>>()

function thumbnailOf(sample: Sample): Promise<Thumbnail> {
  const made = thumbnails.get(sample) ?? thumbnail(sample.file)
  thumbnails.set(sample, made)
  return made
}

async function thumbnail(file: Buffer): Promise<Thumbnail> {
  const pixels = await open(file)
    .autoOrient()
    .resize(SIDE, SIDE, { fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer()
  const channel = (offset: number) => Array.from({ length: SIDE * SIDE }, (_, index) => pixels[4 * index + offset] ?? 0)
  return { light: channel(GREEN), isOpaque: channel(ALPHA).map((value) => Number(value === 255)) }
}

type Turn = (light: number[]) => number[]

const flop: Turn = (light) => light.map((_, index) => light[index - (index % SIDE) + SIDE - 1 - (index % SIDE)] ?? 0)
const transpose: Turn = (light) => light.map((_, index) => light[(index % SIDE) * SIDE + Math.floor(index / SIDE)] ?? 0)
const flip: Turn = (light) => transpose(flop(transpose(light)))

/** The eight ways in which a rectangle's picture can lie, as it is first. */
const ORIENTATIONS: readonly Turn[] = [
  (light) => light,
  flop,
  flip,
  transpose,
  (light) => flip(flop(light)),
  (light) => transpose(flop(light)),
  (light) => transpose(flip(light)),
  (light) => transpose(flip(flop(light))),
]

/** Pearson's, from -1 to 1; what is transparent in the sample, wholly or in part, doesn't count. */
function correlation(light: number[], { light: other, isOpaque }: Thumbnail): number {
  const [meanOne, meanOther] = [mean(light, isOpaque), mean(other, isOpaque)]
  const products = (one: number[], meanOfOne: number, two: number[], meanOfTwo: number) =>
    mean(
      one.map((value, index) => (value - meanOfOne) * ((two[index] ?? 0) - meanOfTwo)),
      isOpaque,
    )
  const variances = products(light, meanOne, light, meanOne) * products(other, meanOther, other, meanOther)
  return variances === 0 ? 0 : products(light, meanOne, other, meanOther) / Math.sqrt(variances)
}

function mean(values: number[], counted: number[]): number {
  const total = counted.reduce((sum, weight) => sum + weight, 0)
  return values.reduce((sum, value, index) => sum + value * (counted[index] ?? 0), 0) / total
}
