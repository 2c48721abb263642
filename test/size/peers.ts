import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { closureOf } from './closure'

const { minified }: { minified: (fileName: string, text: string) => Promise<string> } = require('../../build/minify')

const MODULES = path.join(__dirname, 'node_modules')

/** Where each package keeps its way to take a picture, as DevTools' "build npm" copies it. */
const PEERS = {
  '@vant/weapp': 'lib/uploader/index.json',
  'tdesign-miniprogram': 'miniprogram_dist/upload/upload.json',
}

/**
 * What the tags of well-known libraries come to, measured as ours are. They publish unminified scripts and styles, which
 * DevTools minifies only if an app asks for it; here they are minified by our own build.
 */
export async function measurePeers(): Promise<
  Array<{ name: string; files: number; bytes: number; published: number }>
> {
  return Promise.all(
    Object.entries(PEERS).map(async ([name, component]) => {
      const files = [...closureOf(path.join(MODULES, name, component))]
      const texts = await Promise.all(files.map((file) => minified(file, fs.readFileSync(file, 'utf8'))))
      const { version }: { version: string } = require(path.join(MODULES, name, 'package.json'))
      const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
      const published = files.reduce((sum, file) => sum + fs.statSync(file).size, 0)
      return {
        name: `${name} ${version}, ${path.basename(path.dirname(component))}`,
        files: files.length,
        bytes,
        published,
      }
    }),
  )
}

/** Whether they are there, fetched if need be; without a network they are not. */
export function installPeers(): boolean {
  if (Object.keys(PEERS).every((name) => fs.existsSync(path.join(MODULES, name)))) return true
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=0']
  return spawnSync('npm', ['ci', '--prefix', __dirname, ...options]).status === 0
}
