import fs from 'node:fs/promises'
import path from 'node:path'

/** What the shelf shows, in this order: the sides of an identity card, and the other cards by WeChat's names. */
export const KINDS = ['front', 'back', 'bankcard', 'driving'] as const
export type Kind = (typeof KINDS)[number]

/** A picture of a made-up card that the shelf offers. */
export interface Specimen {
  /** Its address on this server. */
  url: string
  kind: Kind
}

/** The pictures in a folder that have their truth, a .json of the same name, beside them: portrait sides first. */
export async function listSpecimens(folder: string, prefix: string): Promise<Specimen[]> {
  const files: string[] = await fs.readdir(folder).catch(() => [])
  const pictures = files.filter((file) => file.endsWith('.jpg') && files.includes(truthOf(file))).sort()
  const specimens = await Promise.all(
    pictures.map(async (file) => ({ url: prefix + file, kind: await readKind(folder, file) })),
  )
  return specimens.sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind))
}

async function readKind(folder: string, picture: string): Promise<Kind> {
  const { side, card } = JSON.parse(await fs.readFile(path.join(folder, truthOf(picture)), 'utf8'))
  return KINDS.find((kind) => kind === (side ?? card)) ?? 'front'
}

function truthOf(picture: string): string {
  return picture.replace(/\.jpg$/, '.json')
}
