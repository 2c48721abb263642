/** `npm run size`: what each tag adds to a mini-program, all files that it pulls in, minified as they are published. */
import fs from 'node:fs'
import path from 'node:path'
import { buildSync, transformSync } from 'esbuild'

const PACKAGE = path.join(__dirname, '../../miniprogram_dist')
const TAGS = fs.readdirSync(PACKAGE).filter((folder) => folder.startsWith('ocr-') && folder !== 'ocr-surface')

/** Everything a file makes DevTools pack: the component's four files, its components, and what its script requires. */
function closureOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !fs.existsSync(file)) return seen
  seen.add(file)
  for (const next of referencesOf(file)) closureOf(next, seen)
  return seen
}

function referencesOf(file: string): string[] {
  const text = fs.readFileSync(file, 'utf8')
  const near = (relative: string) => path.resolve(path.dirname(file), relative)
  if (file.endsWith('.js')) return [...text.matchAll(/require\("(\.[^"]+)"\)/g)].map(([, to = '']) => `${near(to)}.js`)
  if (!file.endsWith('.json')) return []
  const used = Object.values<string>(JSON.parse(text).usingComponents ?? {}).map((to) => `${near(to)}.json`)
  const own = ['.js', '.wxml', '.wxss', '.wxs'].map((ending) => file.replace(/\.json$/, ending))
  return [...own, ...used]
}

function minified(file: string): string {
  const text = fs.readFileSync(file, 'utf8')
  if (file.endsWith('.js')) return transformSync(text, { minify: true, charset: 'utf8' }).code
  if (file.endsWith('.wxss')) return transformSync(text, { minify: true, loader: 'css' }).code
  if (file.endsWith('.json')) return JSON.stringify(JSON.parse(text))
  return text.replace(/\s+/g, ' ')
}

const sizeOf = (files: Set<string>) => [...files].reduce((total, file) => total + Buffer.byteLength(minified(file)), 0)
const inKilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`

/** A file and all that it requires, as a bundler would put it into one file. */
const bundled = (file: string) =>
  buildSync({
    entryPoints: [file],
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: 'es2018',
    write: false,
  }).outputFiles.reduce((total, { contents }) => total + contents.length, 0)

function reportCards(): void {
  const readers = path.join(PACKAGE, 'cards/index.js')
  const errors = path.join(PACKAGE, 'errors.js')
  const files = closureOf(readers)
  files.delete(errors)
  const inOneFile = inKilobytes(bundled(readers) - bundled(errors))
  console.log(
    `cards, all readers: ${inKilobytes(sizeOf(files))} minified, ${files.size} files; ${inOneFile} in one file`,
  )
}

for (const tag of TAGS) {
  const files = closureOf(path.join(PACKAGE, tag, 'index.json'))
  console.log(`${tag}: ${inKilobytes(sizeOf(files))} minified, ${files.size} files`)
}
reportCards()
