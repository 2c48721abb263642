import type { Random } from '../random'
import type { Picture } from './picture'
import { randomField } from './random-field'

// Taken once, since a test runner looks a global name up slowly, and a photo has twelve million pixels.
const { floor, sin } = Math

/** The darkest and the lightest colour of a texture. */
type Tones = readonly [dark: string, light: string]

const WOODS: readonly Tones[] = [
  ['#5c3a24', '#a8764c'],
  ['#8c6846', '#d6b284'],
  ['#3a2c26', '#705848'],
]

export async function wood(random: Random, width: number, height: number): Promise<Picture> {
  const grain = await randomField(random, width, height, { columns: 5, rows: 160 })
  const fibre = await randomField(random, width, height, { columns: 24, rows: height / 2 })
  const stain = await randomField(random, width, height, { columns: 3, rows: 9 })
  return blend(width, height, random.pick(WOODS), (index) => {
    const rings = 0.5 + 0.5 * sin(at(grain, index) / 12 + at(stain, index) / 9)
    return 0.3 * rings + (0.4 * at(grain, index) + 0.3 * at(fibre, index)) / 255
  })
}

const CLOTHS: readonly Tones[] = [
  ['#2e3a56', '#687898'],
  ['#787064', '#c4bcae'],
  ['#5c2228', '#9e4e50'],
]

export async function cloth(random: Random, width: number, height: number): Promise<Picture> {
  const folds = await randomField(random, width, height, { columns: 4, rows: 5 })
  const lint = await randomField(random, width, height, { columns: width / 2, rows: height / 2 })
  const threadsInAPixel = (2 * Math.PI) / random.between(5, 9)
  return blend(width, height, random.pick(CLOTHS), (index) => {
    const weave = sin((index % width) * threadsInAPixel) * sin(floor(index / width) * threadsInAPixel)
    return 0.25 + 0.2 * weave + (0.35 * at(folds, index) + 0.25 * at(lint, index)) / 255
  })
}

const STONES: readonly Tones[] = [
  ['#404246', '#808286'],
  ['#96928c', '#e2ded6'],
  ['#222224', '#4e4e52'],
]

export async function stone(random: Random, width: number, height: number): Promise<Picture> {
  const veins = await randomField(random, width, height, { columns: 9, rows: 12 })
  const specks = await randomField(random, width, height, { columns: width / 3, rows: height / 3 })
  return blend(width, height, random.pick(STONES), (index) => (0.5 * at(veins, index) + 0.5 * at(specks, index)) / 255)
}

const at = (values: ArrayLike<number>, index: number) => values[index] ?? 0

/** @param lightness of a pixel, from 0 (dark) to 1 (light) */
function blend(width: number, height: number, tones: Tones, lightness: (index: number) => number): Picture {
  const data = new Uint8ClampedArray(width * height * 3)
  const [dark, light] = [channelsOf(tones[0]), channelsOf(tones[1])]
  for (let index = 0; index < width * height; index++) {
    const share = lightness(index)
    for (let channel = 0; channel < 3; channel++) {
      data[3 * index + channel] = at(dark, channel) * (1 - share) + at(light, channel) * share
    }
  }
  return { data: Buffer.from(data.buffer), width, height }
}

/** `#5c3a24` → red, green and blue */
function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16))
}
