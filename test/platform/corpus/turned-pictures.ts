import type { Sharp } from 'sharp'
import sharp from 'sharp'
import type { Recipe } from './recipe'
import { photoOf, smallPhotoOf, truthOf } from './specimen'

/** From how a picture is seen to how it is stored, for EXIF's orientations 1 to 8. */
const STORED: ReadonlyArray<(seen: Sharp) => Sharp> = [
  (seen) => seen,
  (seen) => seen.flop(),
  (seen) => seen.rotate(180),
  (seen) => seen.flip(),
  (seen) => seen.rotate(90).flop(),
  (seen) => seen.rotate(270),
  (seen) => seen.rotate(90).flip(),
  (seen) => seen.rotate(90),
]

/** EXIF's eight orientations, of a picture below the limit and of one above it. */
export function turnedPictures(): Recipe[] {
  return STORED.flatMap((_, index) => [
    turned('EXIF below the limit', index + 1, async () => smallPhotoOf('front-1'), true),
    turned('EXIF above the limit', index + 1, () => photoOf('front-1'), false),
  ])
}

function turned(title: string, orientation: number, photo: () => Promise<Buffer>, isSmall: boolean): Recipe {
  return {
    name: `${title}, ${orientation}`,
    fileName: 'photo.jpg',
    truth: truthOf('front-1'),
    isSmall,
    make: async () => turn(await photo(), orientation),
  }
}

/** The same picture as it is seen, stored so that it needs EXIF's `orientation`. */
async function turn(photo: Buffer, orientation: number): Promise<Buffer> {
  const store = STORED[orientation - 1]
  if (!store) throw new RangeError(`EXIF has no orientation ${orientation}`)
  return store(sharp(photo)).jpeg({ quality: 94 }).withMetadata({ orientation }).toBuffer()
}
