import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { TmplGroup } from 'glass-easel-template-compiler'
import { readProgramFiles } from '../../../demo/preview/compile/program-files'
import { describeProgram } from '../../../demo/preview/compile/read-program'
import { compileStyles } from '../../../demo/preview/compile/styles'
import type { Case } from './in-browser'

const PEERS = path.join(__dirname, 'node_modules')

/** Where each library is, and under which name it is copied. */
const LIBRARIES = {
  ocr: path.join(__dirname, '../../../miniprogram_dist'),
  tdesign: path.join(PEERS, 'tdesign-miniprogram/miniprogram_dist'),
  vant: path.join(PEERS, '@vant/weapp/dist'),
}

/** Pages with one component each, and everything that these are made of, as one script and one style sheet for a browser. */
export async function buildProgram(cases: Record<string, Case>): Promise<{ script: string; styles: string }> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'miniprogram-ocr-bench-'))
  try {
    for (const [name, folder] of Object.entries(LIBRARIES)) copyScriptsAndStyles(folder, path.join(root, name))
    const copied = new Set<string>()
    for (const [page, measured] of Object.entries(cases)) {
      copyComponent(root, measured.component, copied)
      writePage(root, page, measured)
    }
    const files = readProgramFiles(root)
    return {
      script: await bundle(root, describeProgram(files), compileTemplates(root, files.files)),
      styles: compileStyles(files),
    }
  } finally {
    fs.rmSync(root, { recursive: true })
  }
}

function writePage(root: string, page: string, { component, attributes }: Case): void {
  const write = (extension: string, text: string) => fs.writeFileSync(path.join(root, `${page}.${extension}`), text)
  write('json', JSON.stringify({ component: true, usingComponents: { measured: `/${component}` } }))
  write('wxml', `<measured class="measured" ${attributes} />`)
  write('js', 'Component({})')
}

/** As they are: one of the peers' templates has a fault, which WeChat forgives. */
function compileTemplates(root: string, files: string[]): string {
  const group = new TmplGroup()
  const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')
  for (const file of files) {
    const name = file.replace(/\.\w+$/, '')
    if (file.endsWith('.wxml')) group.addTmpl(name, read(file))
    // A template asks for a script by its name, another script by its file.
    if (file.endsWith('.wxs')) [name, file].forEach((alias) => group.addScript(alias, read(file)))
  }
  return group.getTmplGenObjectGroups()
}

/** Scripts and styles refer to each other freely, and what nobody refers to is not bundled. */
function copyScriptsAndStyles(from: string, to: string): void {
  fs.cpSync(from, to, { recursive: true, filter: (file) => !/\.(wxml|json|ts|md)$/.test(file) })
}

/** A component's templates and its .json, and those of the components that it uses. */
function copyComponent(root: string, component: string, copied: Set<string>): void {
  if (copied.has(component)) return
  copied.add(component)
  copy(root, `${component}.json`)
  copyTemplate(root, `${component}.wxml`)
  const { usingComponents = {} } = JSON.parse(fs.readFileSync(path.join(root, `${component}.json`), 'utf8'))
  for (const used of Object.values<string>(usingComponents)) {
    copyComponent(root, path.posix.join(path.posix.dirname(component), used), copied)
  }
}

function copyTemplate(root: string, template: string): void {
  copy(root, template)
  const wxml = fs.readFileSync(path.join(root, template), 'utf8')
  for (const [, included = ''] of wxml.matchAll(/<(?:import|include)\s+src="([^"]+)"/g)) {
    const file = included.endsWith('.wxml') ? included : `${included}.wxml`
    copyTemplate(root, path.posix.join(path.posix.dirname(template), file))
  }
}

function copy(root: string, file: string): void {
  const [library = '', ...rest] = file.split('/')
  fs.copyFileSync(path.join(LIBRARIES[library as keyof typeof LIBRARIES], ...rest), path.join(root, file))
}

async function bundle(root: string, program: ReturnType<typeof describeProgram>, templates: string): Promise<string> {
  const loaders = program.components.map(({ path: file }) => `${JSON.stringify(file)}: () => require('./${file}')`)
  const result = await build({
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
    nodePaths: [PEERS],
    // Of wxs, which has no regular expression literals.
    banner: { js: 'globalThis.getRegExp = (pattern, flags) => new RegExp(pattern, flags);' },
    define: { 'process.env.NODE_ENV': '"production"' },
    stdin: {
      resolveDir: root,
      contents: `
        import { start } from ${JSON.stringify(path.join(__dirname, 'in-browser'))}
        const scripts = { ${loaders.join(', ')} }
        start({ ...${JSON.stringify(program)}, templates: ${templates} }, (file) => scripts[file]())
      `,
    },
  })
  return result.outputFiles[0]?.text ?? ''
}
