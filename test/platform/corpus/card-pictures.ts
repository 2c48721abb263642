import sharp from 'sharp'
import { wrapHeic } from '../heic'
import { enlarge } from './paint'
import type { Recipe } from './recipe'
import type { Specimen } from './specimen'
import { photoOf, scanOf, smallPhotoOf, truthOf } from './specimen'

/** Pictures of specimen cards, in every format and size that phones save. */
export function cardPictures(): Recipe[] {
  return [...cameraPictures(), ...otherFormats(), ...otherJpegs()]
}

function cameraPictures(): Recipe[] {
  return [
    card('JPEG of 300 KB, front', 'front-1', 'photo.jpg', async () => smallPhotoOf('front-1'), true),
    card('JPEG of 300 KB, front, dim', 'front-3', 'photo.jpg', async () => smallPhotoOf('front-3')),
    card('JPEG of 300 KB, back', 'back-1', 'photo.jpg', async () => smallPhotoOf('back-1')),
    card('JPEG scan', 'front-2', 'scan.jpg', async () => scanOf('front-2')),
    ...(['front-1', 'front-2', 'front-3', 'back-1', 'back-2'] as const).map((specimen) =>
      card(`JPEG of 12 MP, ${specimen}`, specimen, 'IMG_0001.jpg', () => photoOf(specimen)),
    ),
    card('JPEG of 12 MP, hard', 'front-2', 'IMG_0002.jpg', () => photoOf('front-2', { hard: true })),
    card('JPEG of 12 MP, lying', 'front-3', 'IMG_0003.jpg', () => photoOf('front-3', { rotation: 90 })),
    card('JPEG of 12 MP, landscape, quality 98', 'back-2', 'IMG_0004.jpg', () =>
      photoOf('back-2', { width: 4000, height: 3000, quality: 98 }),
    ),
    card('JPEG of 48 MP, front', 'front-2', 'IMG_0005.jpg', () => photoOf48('front-2', 0)),
    card('JPEG of 48 MP, back', 'back-1', 'IMG_0006.jpg', () => photoOf48('back-1', 0)),
    card('JPEG of 48 MP, noisy', 'front-1', 'IMG_0007.jpg', () => photoOf48('front-1', 24)),
    card('PNG of iOS takePhoto, front', 'front-2', 'photo.png', () => takenOnIos('front-2')),
    card('PNG of iOS takePhoto, back', 'back-2', 'photo.png', () => takenOnIos('back-2')),
  ]
}

function otherFormats(): Recipe[] {
  return [
    card('PNG, transparent around the card', 'front-1', 'cut-out.png', () => cutOut('front-1', 3000)),
    card('PNG, transparent, small', 'front-3', 'cut-out.png', () => cutOut('front-3', 1600), true),
    card('PNG, a palette', 'back-1', 'photo.png', async () =>
      sharp(smallPhotoOf('back-1')).png({ palette: true }).toBuffer(),
    ),
    card('PNG, 16 bits', 'front-2', 'scan.png', async () =>
      sharp(scanOf('front-2')).toColourspace('rgb16').png().toBuffer(),
    ),
    card('WebP of 12 MP', 'front-3', 'photo.webp', async () =>
      sharp(await photoOf('front-3'))
        .webp({ quality: 92, effort: 0 })
        .toBuffer(),
    ),
    card('WebP, small', 'front-1', 'photo.webp', async () => sharp(smallPhotoOf('front-1')).webp().toBuffer(), true),
    card('WebP, transparent', 'back-1', 'cut-out.webp', async () =>
      sharp(await cutOut('back-1', 2000))
        .webp()
        .toBuffer(),
    ),
    card('HEIC of 12 MP', 'front-1', 'IMG_0008.HEIC', async () => wrapHeic(await photoOf('front-1'))),
    card('HEIC, back', 'back-2', 'IMG_0009.HEIC', async () => wrapHeic(await photoOf('back-2'))),
    card('HEIC, small', 'back-1', 'IMG_0010.HEIC', async () => wrapHeic(smallPhotoOf('back-1')), true),
    card('GIF', 'front-3', 'photo.gif', async () => sharp(smallPhotoOf('front-3')).gif({ effort: 1 }).toBuffer()),
  ]
}

function otherJpegs(): Recipe[] {
  return [
    card(
      'grey JPEG, small',
      'front-2',
      'scan.jpg',
      async () => sharp(scanOf('front-2')).grayscale().jpeg().toBuffer(),
      true,
    ),
    card('grey JPEG of 12 MP', 'back-1', 'scan.jpg', async () =>
      sharp(await photoOf('back-1'))
        .grayscale()
        .jpeg({ quality: 97 })
        .toBuffer(),
    ),
    card('CMYK JPEG, small', 'back-2', 'scan.jpg', async () =>
      sharp(scanOf('back-2')).toColourspace('cmyk').jpeg().toBuffer(),
    ),
    card('CMYK JPEG, large', 'front-2', 'scan.jpg', async () =>
      sharp(await photoOf('front-2'))
        .resize(2000)
        .toColourspace('cmyk')
        .jpeg({ quality: 94 })
        .toBuffer(),
    ),
    card('progressive JPEG, small', 'front-1', 'photo.jpg', async () =>
      sharp(smallPhotoOf('front-1')).jpeg({ progressive: true }).toBuffer(),
    ),
    card('progressive JPEG of 12 MP', 'back-2', 'photo.jpg', async () =>
      sharp(await photoOf('back-2'))
        .jpeg({ quality: 96, progressive: true })
        .toBuffer(),
    ),
    card('JPEG named .png', 'front-2', 'photo.png', () => photoOf('front-2')),
    card(
      'JPEG of exactly the limit',
      'front-3',
      'photo.jpg',
      async () => filledUp(smallPhotoOf('front-3'), 2 * 1024 * 1024),
      true,
    ),
    card('JPEG one byte below the limit', 'back-1', 'photo.jpg', async () =>
      filledUp(smallPhotoOf('back-1'), 2 * 1024 * 1024 - 1),
    ),
  ]
}

function card(
  name: string,
  specimen: Specimen,
  fileName: string,
  make: () => Promise<Buffer>,
  isSmall = false,
): Recipe {
  return { name, fileName, make, truth: truthOf(specimen), isSmall }
}

/** 6000 × 8000, about 12 MB. */
async function photoOf48(specimen: Specimen, noise: number): Promise<Buffer> {
  return (await enlarge(await photoOf(specimen), 6000, noise)).jpeg({ quality: noise ? 90 : 97 }).toBuffer()
}

/** What `CameraContext.takePhoto` gives on iOS: a PNG, here of about 9 MB. */
async function takenOnIos(specimen: Specimen): Promise<Buffer> {
  return sharp(await photoOf(specimen))
    .resize(1944)
    .png({ compressionLevel: 3 })
    .toBuffer()
}

/** The card with nothing around it. */
async function cutOut(specimen: Specimen, width: number): Promise<Buffer> {
  const margin = Math.round(width * 0.15)
  return sharp(scanOf(specimen))
    .resize(width - 2 * margin)
    .extend({ top: margin, bottom: margin, left: margin, right: margin, background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .png({ compressionLevel: 3 })
    .toBuffer()
}

/** The same picture in so many bytes: what follows a JPEG's end is ignored. */
const filledUp = (jpeg: Buffer, size: number) => Buffer.concat([jpeg, Buffer.alloc(size - jpeg.length)])
