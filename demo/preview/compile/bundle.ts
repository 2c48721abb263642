import path from 'node:path'
import { build } from 'esbuild'
import type { BuildOptions, Plugin } from 'esbuild'
import { describeProgram } from './read-program'
import type { ProgramFiles } from './program-files'
import { compileTemplates } from './templates'

const RUNTIME = path.join(__dirname, '../runtime')

const BROWSER: BuildOptions = {
  bundle: true,
  format: 'iife',
  target: 'es2022',
  sourcemap: true,
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
}

/** One script that runs a mini-program in a browser. */
export async function bundleProgram(program: ProgramFiles, outfile: string): Promise<void> {
  await build({
    ...BROWSER,
    outfile,
    stdin: { contents: createEntry(program), resolveDir: program.root, sourcefile: 'entry.js' },
    plugins: [packagesFrom(program), serverIsThisOrigin],
  })
}

/** One script for the page around the phone. */
export async function bundleScript(entry: string, outfile: string): Promise<void> {
  await build({ ...BROWSER, outfile, entryPoints: [entry] })
}

function createEntry(program: ProgramFiles): string {
  const scripts = ['app', ...program.components.map(({ path }) => path)]
  const loaders = scripts.map((script) => `${JSON.stringify(script)}: () => require(${JSON.stringify('./' + script)})`)
  return `
    import { launch } from ${JSON.stringify(path.join(RUNTIME, 'phone'))}
    const templates = ${compileTemplates(program.root)}
    const scripts = { ${loaders.join(', ')} }
    launch({ ...${JSON.stringify(describeProgram(program))}, templates }, (path) => scripts[path]())
  `
}

/** `miniprogram-ocr` is miniprogram_npm/miniprogram-ocr, as in WeChat. */
function packagesFrom({ root, files }: ProgramFiles): Plugin {
  return {
    name: 'miniprogram_npm',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^[a-z@]/ }, ({ path: name, kind }) => {
        const folder = `miniprogram_npm/${name}`
        if (!files.some((file) => file.startsWith(folder + '/'))) return undefined
        return resolve('./' + folder, { resolveDir: root, kind })
      })
    },
  }
}

/** The preview's page and its API are one server, on whatever port it runs. */
const serverIsThisOrigin: Plugin = {
  name: 'server-address',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server-address\.ts$/ }, () => ({ contents: 'export const SERVER = location.origin' }))
  },
}
