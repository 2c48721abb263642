import fs from 'node:fs'
import path from 'node:path'

/** Everything a file makes DevTools pack: a component's files and its components, and what each of those names in turn. */
export function closureOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !fs.existsSync(file)) return seen
  seen.add(file)
  for (const next of REFERENCES[path.extname(file)]?.(file, fs.readFileSync(file, 'utf8')) ?? []) closureOf(next, seen)
  return seen
}

const REFERENCES: Record<string, (file: string, text: string) => string[]> = {
  '.json': (file, text) => {
    const own = ['.js', '.wxml', '.wxss'].map((ending) => file.replace(/\.json$/, ending))
    const used = Object.values<string>(JSON.parse(text).usingComponents ?? {})
    return [...own, ...used.map((target) => `${near(file, target)}.json`)]
  },
  '.js': (file, text) =>
    named(text, /(?:require\(|\bfrom ?|\bimport ?)["']([^"']+)["']/g).map((to) => script(file, to)),
  '.wxs': (file, text) => named(text, /require\(["']([^"']+)["']\)/g).map((to) => near(file, to)),
  '.wxml': (file, text) => named(text, /<(?:wxs|import|include)\b[^>]*?\ssrc="([^"]+)"/g).map((to) => near(file, to)),
  '.wxss': (file, text) => named(text, /@import\s*["']([^"']+)["']/g).map((to) => near(file, to)),
}

const named = (text: string, reference: RegExp) => [...text.matchAll(reference)].map(([, to = '']) => to)

const near = (file: string, target: string) => path.resolve(path.dirname(file), target)

/** A script's import: a file or a folder's index, of the package itself or of one that lies in its `miniprogram_npm`. */
function script(file: string, target: string): string {
  const place = target.startsWith('.') ? near(file, target) : path.join(npmFolder(path.dirname(file)), target)
  const isFile = (candidate: string) => fs.statSync(candidate, { throwIfNoEntry: false })?.isFile()
  const found = ['', '.js', '/index.js'].map((ending) => place + ending).find(isFile)
  if (!found) throw new Error(`${file}: nothing at "${target}"`)
  return found
}

function npmFolder(folder: string): string {
  const candidate = path.join(folder, 'miniprogram_npm')
  return fs.existsSync(candidate) || folder === path.dirname(folder) ? candidate : npmFolder(path.dirname(folder))
}
