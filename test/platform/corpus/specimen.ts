import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { PhotoOptions } from '../../samples/photo'
import { takePhoto } from '../../samples/photo'
import type { Truth } from '../../samples/truth'

export type Specimen = 'front-1' | 'front-2' | 'front-3' | 'back-1' | 'back-2'

const FOLDER = path.join(__dirname, '../../../demo/samples')

/** A clean scan of a specimen card, 1400 × 883. */
export const scanOf = (specimen: Specimen): Buffer => readFileSync(path.join(FOLDER, `${specimen}.jpg`))

/** A small photo of it, about 230 KB. */
export const smallPhotoOf = (specimen: 'front-1' | 'front-3' | 'back-1'): Buffer =>
  readFileSync(path.join(FOLDER, `${specimen}-photo.jpg`))

export const truthOf = (specimen: Specimen): Truth =>
  JSON.parse(readFileSync(path.join(FOLDER, `${specimen}.json`), 'utf8'))

/** A photo of 12 megapixels, 3000 × 4000, the card upright; two of the same are taken once. */
export function photoOf(specimen: Specimen, options: Partial<PhotoOptions> = {}): Promise<Buffer> {
  const key = JSON.stringify([specimen, options])
  const photo = photos.get(key) ?? takePhoto(scanOf(specimen), { seed: 4, rotation: 0, ...options })
  photos.set(key, photo)
  return photo
}

const photos = new Map<string, Promise<Buffer>>()
