import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { SAMPLES_MODULES } from './card/canvas'

/** Drawing needs a canvas and fonts (170 MB), which the project's own install leaves out. */
export function installWhatDrawingNeeds(): void {
  const { dependencies }: { dependencies: Record<string, string> } = require('./package.json')
  if (Object.keys(dependencies).every((name) => existsSync(path.join(SAMPLES_MODULES, name)))) return
  console.log('Installing what drawing cards needs (a canvas and fonts, 170 MB): npm ci --prefix test/samples')
  execFileSync('npm', ['ci', '--prefix', __dirname, '--no-audit', '--no-fund'], { stdio: 'inherit' })
}
