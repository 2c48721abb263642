import fs from 'node:fs/promises'
import path from 'node:path'
import { bundleProgram, bundleScript } from './bundle'
import { readProgramFiles } from './program-files'
import { compileStyles } from './styles'

const PREVIEW = path.join(__dirname, '..')

/** Their .html and .css go to the browser as they are. */
const STATIC_FOLDERS = ['shell', 'runtime']

/** Writes a site into a folder that shows the mini-program below `root` in a phone, with a shelf of specimens. */
export async function buildPreview(root: string, outFolder: string): Promise<void> {
  const program = readProgramFiles(root)
  await Promise.all([
    ...STATIC_FOLDERS.map((folder) => copyStaticFiles(path.join(PREVIEW, folder), outFolder)),
    fs.writeFile(path.join(outFolder, 'program.css'), compileStyles(program)),
    bundleProgram(program, path.join(outFolder, 'phone.js')),
    bundleScript(path.join(PREVIEW, 'shell/shell.ts'), path.join(outFolder, 'shell.js')),
  ])
}

async function copyStaticFiles(folder: string, outFolder: string): Promise<void> {
  const files = (await fs.readdir(folder)).filter((file) => /\.(html|css)$/.test(file))
  await Promise.all(files.map((file) => fs.copyFile(path.join(folder, file), path.join(outFolder, file))))
}
