'use strict'
const fs = require('node:fs')
const path = require('node:path')
const { rollup } = require('rollup')
const ts = require('typescript')
const { minified } = require('./minify')

const SOURCES = path.join(__dirname, '../src')

/**
 * Files that several entries share, by what needs them. The readers of the tags' cards stand together: a file for each
 * would cost more than it saves. What is not here is shared as Rollup finds it.
 */
const SHARED = {
  errors: ['errors.ts'],
  cards: ['cards/idcard.ts', 'cards/bankcard.ts', 'cards/vehicle.ts', 'cards/mask.ts'],
}

/** What an app can ask for: `miniprogram-ocr`, `miniprogram-ocr/cards/index` and every component. */
function entries() {
  const folders = fs.readdirSync(SOURCES).filter((name) => fs.existsSync(path.join(SOURCES, name, 'index.json')))
  return ['index', 'cards/index', ...folders.map((name) => `${name}/index`)]
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

/** The package's scripts as an app packs them: few files, nothing in two of them, minified. Each knows its `modules`. */
async function bundleScripts() {
  const input = Object.fromEntries(entries().map((entry) => [entry, `./${entry}`]))
  const inSources = (files) => files.map((file) => path.join(SOURCES, file))
  const manualChunks = Object.fromEntries(Object.entries(SHARED).map(([name, files]) => [name, inSources(files)]))
  const bundle = await rollup({ input, plugins: [typescript] })
  const { output } = await bundle.generate({
    format: 'cjs',
    strict: false,
    esModule: false,
    minifyInternalExports: true,
    hoistTransitiveImports: false,
    chunkFileNames: 'lib/[name].js',
    manualChunks,
  })
  return Promise.all(output.map(async (chunk) => ({ ...chunk, code: await minified(chunk.fileName, chunk.code) })))
}

async function writeScripts(folder) {
  for (const { fileName, code } of await bundleScripts()) {
    const file = path.join(folder, fileName)
    await fs.promises.mkdir(path.dirname(file), { recursive: true })
    await fs.promises.writeFile(file, code)
  }
}

module.exports = { bundleScripts, writeScripts }
