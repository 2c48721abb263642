'use strict'
const { spawn } = require('node:child_process')
const fs = require('node:fs')
const { Transform } = require('node:stream')
const { src, dest, series, parallel, watch } = require('gulp')
const { minified } = require('./build/minify')
const { writeScripts } = require('./build/scripts')

const PACKAGE = 'miniprogram_dist'
/** Where DevTools' "build npm" would put the package; made here so that the demo opens at once. */
const IN_DEMO = 'demo/miniprogram/miniprogram_npm/miniprogram-ocr'
const SCRIPTS = 'src/**/*.ts'
const ASSETS = ['src/**/*.{wxml,wxss,wxs,json}', 'src/ocr-*/README.md']

const remove = (folder) => fs.promises.rm(folder, { recursive: true, force: true })

function compile(project, ...options) {
  const tsc = spawn(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', project, ...options], {
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => {
    tsc.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`tsc -p ${project} failed`))))
  })
}

/** Templates, styles and configurations in a stream of files, minified. */
const minify = () =>
  new Transform({
    objectMode: true,
    transform(file, _, done) {
      const publish = (text) => done(null, Object.assign(file, { contents: Buffer.from(text) }))
      minified(file.path, String(file.contents)).then(publish, done)
    },
  })

const clean = () => Promise.all([remove(PACKAGE), remove(IN_DEMO), remove('server/dist')])
const types = () => compile('.', '--emitDeclarationOnly')
const scripts = () => writeScripts(PACKAGE)
const assets = () => src(ASSETS, { encoding: false }).pipe(minify()).pipe(dest(PACKAGE))
const server = () => compile('server')
const intoDemo = () => src(`${PACKAGE}/**`, { encoding: false }).pipe(dest(IN_DEMO))

const watchTypes = () => compile('.', '--emitDeclarationOnly', '--watch', '--preserveWatchOutput')

function watchFiles() {
  watch(SCRIPTS, scripts)
  watch(ASSETS, assets)
  watch(`${PACKAGE}/**`, intoDemo)
}

exports.build = series(clean, parallel(series(parallel(types, scripts, assets), intoDemo), server))
exports.watch = series(exports.build, parallel(watchTypes, watchFiles))
exports.default = exports.build
