import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { drawBankCards, drawIdCards, drawVehicleLicences, type Specimen } from './draw'
import { installWhatDrawingNeeds } from './install'
import { takePhoto, type PhotoOptions } from './photo'

const OUT = path.join(__dirname, '../../demo/samples')
const CARDS = { seed: 1, count: 25 }

/** Which of the drawn specimens the demo shows, under which name. */
const SHOWN: Record<string, string> = {
  '1-014-front': 'front-1',
  '1-011-front': 'front-2',
  '1-024-front': 'front-3',
  '1-014-back': 'back-1',
  '1-013-back': 'back-2',
  '1-006-bank': 'bankcard-1',
  '1-006-main': 'vehicle-front-1',
  '1-006-second': 'vehicle-back-1',
  '1-006-both': 'vehicle-both-1',
}

/** Small photos of some of them. A real phone's are larger; these have to stay light in the repository. */
const PHOTOS: Record<string, PhotoOptions> = {
  'front-1': { seed: 8, rotation: 0 },
  'front-3': { seed: 11, rotation: 270 },
  'back-1': { seed: 5, rotation: 90 },
  'bankcard-1': { seed: 3, rotation: 0 },
  'vehicle-both-1': { seed: 6, rotation: 0 },
}
const PHOTO_SIZE = { width: 1200, height: 1600, quality: 80 }
/** Shown as photos alone. */
const NO_SCAN = ['vehicle-both-1']

/** `npx tsx test/samples/make-demo.ts`: draws the specimens in demo/samples anew. */
async function main() {
  installWhatDrawingNeeds()
  mkdirSync(OUT, { recursive: true })
  for (const draw of [drawIdCards, drawBankCards, drawVehicleLicences]) {
    for await (const specimen of draw(CARDS)) {
      const name = SHOWN[specimen.name]
      if (name) await writeSpecimen(name, specimen)
    }
  }
}

async function writeSpecimen(name: string, { scan, truth, size }: Specimen) {
  const json = JSON.stringify(truth, null, 2) + '\n'
  if (!NO_SCAN.includes(name)) {
    writeFileSync(path.join(OUT, `${name}.jpg`), 'side' in truth ? scan : await lighter(scan))
    writeFileSync(path.join(OUT, `${name}.json`), json)
  }

  const photo = PHOTOS[name]
  if (!photo) return
  writeFileSync(path.join(OUT, `${name}-photo.jpg`), await takePhoto(scan, { ...photo, ...PHOTO_SIZE, size }))
  writeFileSync(path.join(OUT, `${name}-photo.json`), json)
}

/** Bank cards and licences are larger files for their fine lines. */
const lighter = (scan: Buffer) => sharp(scan).jpeg({ quality: 66, mozjpeg: true }).toBuffer()

void main()
