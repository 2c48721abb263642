import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const folders: string[] = []

afterAll(() => folders.forEach((folder) => fs.rmSync(folder, { recursive: true })))

/** A folder with these files, which goes when the test file ends. */
export function folderWith(files: Record<string, string | object>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'preview-test-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}
