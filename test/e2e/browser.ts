import fs from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { fetchBrowser } from './fetch-browser'

const LINUX = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
]

const MACOS = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
)

const { PROGRAMFILES = '', 'PROGRAMFILES(X86)': PROGRAMFILES_X86 = '', LOCALAPPDATA = '' } = process.env
const WINDOWS = [PROGRAMFILES, PROGRAMFILES_X86, LOCALAPPDATA].flatMap((folder) => [
  path.join(folder, 'Google/Chrome/Application/chrome.exe'),
  path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
])

/** Starts an installed Chrome or Chromium (`CHROME_PATH` names one in another place), or fetches one first. */
export async function launchBrowser(options: string[]): Promise<Browser> {
  const browser = (await launch(options)) ?? (fetchBrowser(), await launch(options))
  if (!browser) {
    throw new Error(
      'The browser tests need Chrome or Chromium, and none was found or could be fetched: install one, or set CHROME_PATH.',
    )
  }
  return browser
}

/** Gives nothing when there is no browser on this machine. */
async function launch(options: string[]): Promise<Browser | undefined> {
  try {
    return await chromium.launch({ executablePath: findInstalled(), args: [...options, ...sandboxOptions()] })
  } catch (error) {
    if (error instanceof Error && error.message.includes("Executable doesn't exist")) return undefined
    throw error
  }
}

/** Nothing found is no loss yet: Playwright then looks for a browser of its own. */
function findInstalled(): string | undefined {
  return process.env.CHROME_PATH ?? [...LINUX, ...MACOS, ...WINDOWS].find((file) => fs.existsSync(file))
}

/** Chromium's sandbox refuses to run as root, which containers do. */
function sandboxOptions(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}
