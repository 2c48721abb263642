import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { drawBankCards, drawIdCards, drawVehicleLicences } from './draw'
import { installWhatDrawingNeeds } from './install'
import { takePhoto } from './photo'

const OUT = path.join(__dirname, 'out')

/** `npx tsx test/samples/make.ts --seed 7 --count 10`: a scan, a photo and the truth of every side and page of each card. */
async function main() {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '7' }, count: { type: 'string', default: '10' } },
  })
  const [seed, count] = [Number(values.seed), Number(values.count)]
  installWhatDrawingNeeds()
  mkdirSync(OUT, { recursive: true })

  let photoSeed = seed * 1000
  for (const draw of [drawIdCards, drawBankCards, drawVehicleLicences]) {
    for await (const { name, truth, scan, size } of draw({ seed, count })) {
      const photo = await takePhoto(scan, { seed: photoSeed++, size })
      const json = JSON.stringify(truth, null, 2) + '\n'
      write(`${name}.jpg`, scan)
      write(`${name}.json`, json)
      write(`${name}-photo.jpg`, photo)
      write(`${name}-photo.json`, json)
    }
  }
}

function write(fileName: string, content: Buffer | string) {
  writeFileSync(path.join(OUT, fileName), content)
  console.log(path.join('test/samples/out', fileName))
}

void main()
