import fs from 'node:fs'
import path from 'node:path'

const SAMPLES = path.join(__dirname, '../../demo/samples')

/** A clean scan of a made-up card, and the fields that a result must have. */
export interface Specimen {
  scan: string
  fields: Record<string, string>
}

export function specimen(name: string): Specimen {
  const truth = JSON.parse(fs.readFileSync(path.join(SAMPLES, `${name}.json`), 'utf8'))
  const { id, addr, gender, nationality, valid_date: validDate } = truth
  const scan = path.join(SAMPLES, `${name}.jpg`)
  if (truth.side === 'back') return { scan, fields: { validDate } }
  return { scan, fields: { name: truth.name, id, addr, gender, nationality } }
}
