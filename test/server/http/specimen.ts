import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

const SAMPLES = path.join(__dirname, '../../../demo/samples')

export interface Specimen {
  file: string
  /** The picture as a mini-program uploads it, below 2 MB. */
  compressed: Buffer
  id: string
}

/** The portrait side of a specimen card, with the number that it shows. */
export async function frontSpecimen(): Promise<Specimen> {
  for (const json of readdirSync(SAMPLES).filter((file) => file.endsWith('.json'))) {
    const { side, id } = JSON.parse(readFileSync(path.join(SAMPLES, json), 'utf8'))
    const file = path.join(SAMPLES, json.replace(/json$/, 'jpg'))
    if (side === 'front') return { file, compressed: await compress(file), id }
  }
  throw new Error(`There is no front of a card in ${SAMPLES}`)
}

function compress(file: string): Promise<Buffer> {
  return sharp(file).autoOrient().resize(1600, 1600, { fit: 'inside' }).jpeg({ quality: 80 }).toBuffer()
}
