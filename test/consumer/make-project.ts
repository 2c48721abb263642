import fs from 'node:fs'
import path from 'node:path'
import type { ReadmeProject } from './readme'
import { readReadme } from './readme'

const FRESH = path.join(__dirname, 'project')

/** A fresh TypeScript mini-program in `folder`, with what README says written into it; nothing is installed yet. */
export function makeProject(folder: string, code: ReadmeProject = readReadme()): void {
  fs.cpSync(FRESH, folder, { recursive: true })
  for (const [file, text] of Object.entries<string>({ ...code })) {
    const target = path.join(folder, 'miniprogram', file)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, text)
  }
}
