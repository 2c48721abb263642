import fs from 'node:fs/promises'
import path from 'node:path'

/** A picture of a made-up card that the shelf offers. */
export interface Specimen {
  /** Its address on this server. */
  url: string
  side: 'front' | 'back'
}

/** The pictures in a folder that have their truth, a .json of the same name, beside them: portrait sides first. */
export async function listSpecimens(folder: string, prefix: string): Promise<Specimen[]> {
  const files: string[] = await fs.readdir(folder).catch(() => [])
  const pictures = files.filter((file) => file.endsWith('.jpg') && files.includes(truthOf(file))).sort()
  const specimens = await Promise.all(
    pictures.map(async (file) => ({ url: prefix + file, side: await readSide(folder, file) })),
  )
  return specimens.sort((one, other) => other.side.localeCompare(one.side))
}

async function readSide(folder: string, picture: string): Promise<Specimen['side']> {
  const { side } = JSON.parse(await fs.readFile(path.join(folder, truthOf(picture)), 'utf8'))
  return side === 'back' ? 'back' : 'front'
}

function truthOf(picture: string): string {
  return picture.replace(/\.jpg$/, '.json')
}
