/**
 * `npm run consumer`: everything between `npm publish` and a stranger's working page, from the packed tarball: what is in it, its types, a fresh
 * TypeScript mini-program written as README says, WeChat's own packer and compiler. Each check is seen to fail on a project that is wrong.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeProject } from './make-project'
import type { ReadmeProject } from './readme'
import { linesOf, readReadme } from './readme'

const PROJECT = path.join(__dirname, '../..')
const TOOLS = path.join(__dirname, 'node_modules')
const TYPESCRIPT = path.join(PROJECT, 'node_modules/typescript/bin/tsc')

const MOST_LINES = 12
/** What a mini-program package is made of; README and LICENSE come with any. */
const PUBLISHED =
  /^((miniprogram_dist|testing\/dist)\/.+\.(js|d\.ts|wxml|wxss|json|md)|package\.json|README(\.zh-CN)?\.md|LICENSE)$/

interface OfficialReport {
  packed: number
  warnings: unknown[]
  compiledBytes: number
  quality: Array<{ name: string; success: boolean; detail?: unknown }>
  code?: number
}

const run = (program: string, args: string[], cwd = PROJECT) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

const tool = (name: string) => path.join(TOOLS, '.bin', name)

function expect(claim: string, isSo: boolean, seen: unknown = ''): void {
  console.log(`${isSo ? 'ok  ' : 'FAIL'} ${claim} ${isSo ? '' : JSON.stringify(seen)}`)
  if (!isSo) process.exitCode = 1
}

function installTools(): void {
  if (fs.existsSync(path.join(TOOLS, 'miniprogram-ci'))) return
  console.log("Installing WeChat's packer and compiler (310 MB): npm ci --prefix test/consumer")
  execFileSync('npm', ['ci', '--prefix', __dirname, '--ignore-scripts', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
  })
}

/** The tarball, as `npm publish` would send it. */
function pack(folder: string): string {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]))
  const files: string[] = packed.files.map(({ path }: { path: string }) => path)
  const strangers = files.filter((file) => !PUBLISHED.test(file))
  expect(`the tarball holds ${files.length} files, ${packed.size} bytes, and no stranger`, !strangers.length, strangers)
  return path.join(folder, packed.filename)
}

function checkManifest(tarball: string): void {
  const { dependencies, scripts } = JSON.parse(run('tar', ['-xOf', tarball, 'package/package.json']))
  expect('it depends on nothing', !dependencies, dependencies)
  const hooks = Object.keys(scripts ?? {}).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))
  expect('it runs nothing while it is installed', !hooks.length, hooks)
  run(tool('publint'), [tarball, '--strict'])
  run(tool('attw'), [tarball, '--include-entrypoints', 'cards/index'])
  expect('publint and are-the-types-wrong find nothing', true)
}

function install(project: string, tarball: string): void {
  const manifest = JSON.parse(fs.readFileSync(path.join(PROJECT, 'package.json'), 'utf8'))
  const typings = `miniprogram-api-typings@${manifest.devDependencies['miniprogram-api-typings']}`
  const npmInstall = (...what: string[]) =>
    run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...what], project)
  npmInstall(tarball)
  npmInstall('--save-dev', typings)
}

const typesAreRight = (project: string) => spawnSync(process.execPath, [TYPESCRIPT, '-p', project]).status === 0

/** DevTools finds unused code in scripts alone, so the quality report wants them compiled. */
const emitScripts = (project: string) =>
  run(process.execPath, [
    TYPESCRIPT,
    '-p',
    project,
    '--noEmit',
    'false',
    '--module',
    'CommonJS',
    '--ignoreDeprecations',
    '6.0',
  ])

function askOfficial(project: string): OfficialReport {
  const { stdout } = spawnSync(process.execPath, [path.join(__dirname, 'official.js'), project], { encoding: 'utf8' })
  return JSON.parse(stdout.trim().split('\n').pop() ?? '')
}

/** A fresh project with something changed in what README says. */
function wrong(
  folder: string,
  name: string,
  tarball: string,
  change: (code: ReadmeProject) => Partial<ReadmeProject>,
): string {
  const project = path.join(folder, name)
  const code = readReadme()
  makeProject(project, { ...code, ...change(code) })
  install(project, tarball)
  return project
}

function check(folder: string): void {
  const tarball = pack(folder)
  checkManifest(tarball)

  const project = path.join(folder, 'consumer')
  makeProject(project)
  install(project, tarball)
  const lines = linesOf(readReadme()).length
  expect(`README's page takes ${lines} lines of the user's own, at most ${MOST_LINES}`, lines <= MOST_LINES)
  expect('its typed handlers compile, without paths', typesAreRight(project))
  emitScripts(project)
  const report = askOfficial(project)
  expect("WeChat's packer takes one package, without a warning", report.packed === 1 && !report.warnings.length, report)
  expect(
    `WeChat's compiler takes the mini-program, ${report.compiledBytes} bytes zipped`,
    report.compiledBytes > 0,
    report,
  )
  for (const { name, success, detail } of report.quality ?? []) {
    console.log(`     quality ${name}: ${success ? 'ok' : 'not met'} ${JSON.stringify(detail ?? '').slice(0, 300)}`)
  }

  const misspelt = wrong(folder, 'misspelt', tarball, (code) => ({
    'pages/index/index.ts': code['pages/index/index.ts'].replace('fields.name', 'fields.nmae'),
  }))
  expect('a misspelt field does not compile', !typesAreRight(misspelt))
  const misplaced = wrong(folder, 'misplaced', tarball, (code) => ({
    'pages/index/index.json': code['pages/index/index.json'].replace('ocr-idcard/index', 'ocr-idcrad/index'),
  }))
  const { code } = askOfficial(misplaced)
  expect("a wrong path in usingComponents fails in WeChat's compiler, error 10009", code === 10009, code)
}

installTools()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'miniprogram-ocr-consumer-'))
try {
  check(folder)
} finally {
  fs.rmSync(folder, { recursive: true })
}
