import fs from 'node:fs'
import path from 'node:path'
import type { AppConfig, ComponentConfig } from '../runtime/code-space'

export interface ComponentFiles {
  /** From the root, without an extension: `pages/idcard/idcard`. */
  path: string
  /** The .json, with every entry of `usingComponents` resolved to `/path/from/the/root`. */
  config: ComponentConfig
  isPage: boolean
}

export interface ProgramFiles {
  root: string
  /** Every file, from the root, with forward slashes. */
  files: string[]
  /** No app.json: the folder is a library of components. */
  app: AppConfig | undefined
  components: ComponentFiles[]
}

/** Finds the pages and components of a mini-program, or of a library of components, below `root`. */
export function readProgramFiles(root: string): ProgramFiles {
  const files = listFiles(root)
  const app = files.includes('app.json') ? readJson<AppConfig>(path.join(root, 'app.json')) : undefined
  const components = files
    .filter((file) => file.endsWith('.wxml') && files.includes(withoutExtension(file) + '.json'))
    .map((file) => readComponent(root, files, app, withoutExtension(file)))
    .filter(({ config, isPage }) => isPage || config.component)
  return { root, files, app, components }
}

function listFiles(root: string): string[] {
  return fs
    .readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((file) => !file.split('/').includes('node_modules'))
    .sort()
}

function readComponent(root: string, files: string[], app: AppConfig | undefined, component: string): ComponentFiles {
  const config = readJson<ComponentConfig>(path.join(root, component + '.json'))
  const using = { ...app?.usingComponents, ...config.usingComponents }
  const usingComponents = Object.fromEntries(
    Object.entries(using).map(([tag, target]) => [tag, resolveComponent(files, component, target)]),
  )
  return { path: component, config: { ...config, usingComponents }, isPage: app?.pages.includes(component) ?? false }
}

/** A path from the root, a path from the component's folder, or a package in miniprogram_npm, tried in that order. */
function resolveComponent(files: string[], component: string, target: string): string {
  const beside = path.posix.join(path.posix.dirname(component), target)
  const candidates = target.startsWith('/') ? [target.slice(1)] : [beside, `miniprogram_npm/${target}`]
  const found = candidates.find((candidate) => files.includes(candidate + '.json'))
  if (!found) throw new Error(`${component}.json: no component at "${target}" in usingComponents`)
  return '/' + found
}

export function withoutExtension(file: string): string {
  return file.slice(0, -path.posix.extname(file).length)
}

function readJson<Content>(file: string): Content {
  return JSON.parse(fs.readFileSync(file, 'utf8'))
}
