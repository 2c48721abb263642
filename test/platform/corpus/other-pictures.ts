import { paint } from './paint'
import type { Recipe } from './recipe'

/** Pictures without a card: extreme sizes and contents, and files that are no pictures. */
export function otherPictures(): Recipe[] {
  return [...extremeSizes(), ...extremeContents(), ...noPictures()]
}

function extremeSizes(): Recipe[] {
  return [
    picture('panorama', 'panorama.jpg', async () => (await paint(12000, 800, 60)).jpeg({ quality: 92 }).toBuffer()),
    picture('panorama, PNG', 'panorama.png', async () =>
      (await paint(12000, 800, 20)).png({ compressionLevel: 1 }).toBuffer(),
    ),
    picture('panorama, upright', 'panorama.jpg', async () =>
      (await paint(800, 12000, 60)).jpeg({ quality: 92 }).toBuffer(),
    ),
    picture('long screenshot', 'screenshot.png', async () =>
      (await paint(1080, 9000, 6)).png({ compressionLevel: 1 }).toBuffer(),
    ),
    picture('tiny JPEG', 'tiny.jpg', async () => (await paint(64, 48)).jpeg().toBuffer(), true),
    picture('tiny PNG', 'tiny.png', async () => (await paint(20, 20)).png().toBuffer(), true),
    picture('tiny GIF', 'tiny.gif', async () => (await paint(120, 90)).gif().toBuffer(), true),
    picture('tiny WebP', 'tiny.webp', async () => (await paint(40, 60)).webp().toBuffer(), true),
  ]
}

function extremeContents(): Recipe[] {
  return [
    picture('noise, JPEG of 12 MP', 'noise.jpg', async () =>
      (await paint(4000, 3000, 120)).jpeg({ quality: 95 }).toBuffer(),
    ),
    picture(
      'noise, JPEG',
      'noise.jpg',
      async () => (await paint(1600, 1200, 120)).jpeg({ quality: 100 }).toBuffer(),
      true,
    ),
    picture('noise, PNG', 'noise.png', async () =>
      (await paint(2000, 2000, 120)).png({ compressionLevel: 1 }).toBuffer(),
    ),
    picture('noise, WebP', 'noise.webp', async () =>
      (await paint(2000, 1500, 120)).webp({ quality: 95, effort: 0 }).toBuffer(),
    ),
    picture('flat JPEG of 12 MP', 'flat.jpg', async () => (await paint(4000, 3000)).jpeg().toBuffer()),
    picture('flat PNG of 48 MP', 'flat.png', async () =>
      (await paint(6000, 8000)).png({ compressionLevel: 1 }).toBuffer(),
    ),
    picture('flat WebP', 'flat.webp', async () => (await paint(3000, 2000)).webp({ effort: 0 }).toBuffer()),
  ]
}

function noPictures(): Recipe[] {
  return [
    noPicture('PDF named .jpg', Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n')),
    noPicture('web page named .jpg', Buffer.from('<!doctype html><title>404 Not Found</title>')),
    noPicture('empty file', Buffer.alloc(0)),
    noPicture("a JPEG's first bytes", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10])),
  ]
}

const picture = (name: string, fileName: string, make: () => Promise<Buffer>, isSmall = false): Recipe => ({
  name,
  fileName,
  make,
  isSmall,
})

const noPicture = (name: string, bytes: Buffer): Recipe => ({
  name,
  fileName: 'photo.jpg',
  make: async () => bytes,
  isSmall: true,
  isPicture: false,
})
