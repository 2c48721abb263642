import type { Random } from '../random'
import type { Picture } from './picture'

/** A sensor's exposure: each pixel's light, the colour of that light, and noise. */
export function expose(picture: Picture, light: Buffer, random: Random, hard: boolean): void {
  const warmth = random.between(-0.07, 0.07)
  const gains = [1 + warmth, 1, 1 - warmth].map((gain) => gain / 255)
  const noise = noiseTable(random, random.between(3.5, 6) * (hard ? 2 : 1))
  const { data, width, height } = picture
  for (let y = 0; y < height; y++) {
    let tableIndex = random.integer(0, NOISE_LENGTH - 1)
    for (let pixel = y * width; pixel < (y + 1) * width; pixel++) {
      const lit = light[pixel] ?? 0
      for (let channel = 0; channel < 3; channel++) {
        const value = (data[3 * pixel + channel] ?? 0) * lit * (gains[channel] ?? 0)
        tableIndex = (tableIndex + 1) % NOISE_LENGTH
        data[3 * pixel + channel] = clamp(value + (noise[tableIndex] ?? 0))
      }
    }
  }
}

/** A prime, so that no row repeats the pattern of the one above. */
const NOISE_LENGTH = 65521

function noiseTable(random: Random, level: number): Float32Array {
  return Float32Array.from({ length: NOISE_LENGTH }, () => level * normal(random))
}

/** Box and Muller's. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value
}
