import fs from 'node:fs'
import path from 'node:path'

const PROJECT = path.join(__dirname, '../..')

/** The two-minute start: the code that README tells a newcomer to write, file by file, word for word. */
export interface ReadmeProject {
  'app.ts': string
  'pages/index/index.json': string
  'pages/index/index.wxml': string
  'pages/index/index.ts': string
}

/** Under these headings stand, in this order: app.ts, then a page's JSON, WXML and script. */
const HEADING = /^## (?:Put it in a mini-program|用到小程序里)\n/m
const LANGUAGES = ['ts', 'json', 'xml', 'ts']

/** @throws Error when README no longer tells the four files in that order */
export function readReadme(name: 'README.md' | 'README.zh-CN.md' = 'README.md'): ReadmeProject {
  const readme = fs.readFileSync(path.join(PROJECT, name), 'utf8')
  const [, section = ''] = readme.split(HEADING)
  const [told = ''] = section.split(/^## /m)
  const blocks = [...told.matchAll(/^```(ts|json|xml)\n(.*?)^```$/gms)].map(([, language, code = '']) => ({
    language,
    code,
  }))
  if (blocks.map(({ language }) => language).join() !== LANGUAGES.join()) {
    throw new Error(`${name}'s two-minute start no longer has code in the order ${LANGUAGES}`)
  }
  const [app, config, markup, page] = blocks.map(({ code }) => code)
  return {
    'app.ts': app ?? '',
    'pages/index/index.json': config ?? '',
    'pages/index/index.wxml': markup ?? '',
    'pages/index/index.ts': page ?? '',
  }
}

/** Lines that somebody has to write: no blank ones, no comments. */
export const linesOf = (project: ReadmeProject): string[] =>
  Object.values(project)
    .flatMap((code: string) => code.split('\n'))
    .filter((line) => line.trim() && !line.trim().startsWith('//'))
