'use strict'
const fs = require('node:fs')
const path = require('node:path')
const { rollup } = require('rollup')
const ts = require('typescript')
const { minified } = require('./minify')

const SOURCES = path.join(__dirname, '../src')
const source = (name) => path.join(SOURCES, `${name}.ts`)

/** What a shared file is called: by the first of these that is in it. */
const NAMES = ['errors', 'config', 'card-tag', 'parts']

/** Smaller shared files would cost more in `exports` than they save an app that needs not all of them. */
const SMALLEST = 3000

/** What an app can ask for: `miniprogram-ocr`, its English and every component. */
function entries() {
  const folders = fs.readdirSync(SOURCES).filter((name) => fs.existsSync(path.join(SOURCES, name, 'index.json')))
  return ['index', 'en', ...folders.map((name) => `${name}/index`)]
}

/** Finds imports, which have no ending, and takes the types away; `tsc` checks them. */
const typescript = {
  name: 'typescript',
  resolveId(imported, importer = path.join(SOURCES, 'index.ts')) {
    const file = path.resolve(path.dirname(importer), imported)
    return [`${file}.ts`, `${file}/index.ts`].find((candidate) => fs.existsSync(candidate))
  },
  transform(code) {
    const compilerOptions = { target: ts.ScriptTarget.ES2018, module: ts.ModuleKind.ESNext }
    const { outputText } = ts.transpileModule(code, { compilerOptions, transformers: { after: [letForConst] } })
    return { code: outputText, map: null }
  },
}

/** `let` is two bytes shorter than `const`, some two hundred times over; that constants are constant, `tsc` has seen. */
function letForConst(context) {
  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context)
    return ts.isVariableDeclarationList(visited) && visited.flags & ts.NodeFlags.Const
      ? context.factory.createVariableDeclarationList(visited.declarations, ts.NodeFlags.Let)
      : visited
  }
  return visit
}

/**
 * The package's scripts as an app packs them: few files, minified. Each knows its `modules`. The readers of all cards are
 * for clouds and servers, and a bundle of their own: a tag has its own reader in its own file.
 */
async function bundleScripts() {
  const app = await bundled(entries())
  const cards = await bundled(['cards/index'])
  const isNew = ({ fileName, code }) => {
    const same = app.find((chunk) => chunk.fileName === fileName)
    if (same && same.code !== code) throw new Error(`${fileName} differs between the bundles`)
    return !same
  }
  const output = [...app, ...cards.filter(isNew)]
  return Promise.all(output.map(async (chunk) => ({ ...chunk, code: await minified(chunk.fileName, chunk.code) })))
}

async function bundled(entries) {
  const input = Object.fromEntries(entries.map((entry) => [entry, `./${entry}`]))
  const bundle = await rollup({ input, plugins: [typescript], logLevel: 'warn' })
  const { output } = await bundle.generate({
    format: 'cjs',
    strict: false,
    esModule: false,
    minifyInternalExports: true,
    hoistTransitiveImports: false,
    manualChunks: { errors: [source('errors')] },
    experimentalMinChunkSize: SMALLEST,
    chunkFileNames: ({ name, moduleIds }) => `lib/${NAMES.find((file) => moduleIds.includes(source(file))) || name}.js`,
  })
  return output
}

async function writeScripts(folder) {
  for (const { fileName, code } of await bundleScripts()) {
    const file = path.join(folder, fileName)
    await fs.promises.mkdir(path.dirname(file), { recursive: true })
    await fs.promises.writeFile(file, code)
  }
}

module.exports = { bundleScripts, writeScripts }
