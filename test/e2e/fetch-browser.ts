import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

type Command = [program: string, ...args: string[]]

const APT_INSTALL = ['install', '--yes', '--quiet', '--no-install-recommends']

const APT: Command[][] = [
  [
    ['apt-get', 'update', '--quiet'],
    ['apt-get', ...APT_INSTALL, 'chromium-headless-shell'],
  ],
  [['apt-get', ...APT_INSTALL, 'chromium']],
]

const PLAYWRIGHT_CLI = path.join(__dirname, '../../node_modules/playwright-core/cli.js')
const PLAYWRIGHT: Command[][] = [[[process.execPath, PLAYWRIGHT_CLI, 'install', 'chromium-headless-shell']]]

/** Fetches a Chromium from the first source that has one, and says so. Where none has, nothing happens. */
export function fetchBrowser(): void {
  const isRootOnDebian = fs.existsSync('/etc/debian_version') && process.getuid?.() === 0
  const sources = isRootOnDebian ? [...APT, ...PLAYWRIGHT] : PLAYWRIGHT
  sources.some((commands) => commands.every(succeeds))
}

function succeeds([program, ...args]: Command): boolean {
  process.stderr.write(`There is no Chrome or Chromium here. Fetching one: ${[program, ...args].join(' ')}\n`)
  try {
    execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    return true
  } catch {
    return false
  }
}
