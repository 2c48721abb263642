'use strict'
const fs = require('node:fs')
const path = require('node:path')
const ts = require('typescript')

const configFile = path.join(__dirname, '../../tsconfig.json')
const { compilerOptions } = ts.parseConfigFileTextToJson(configFile, fs.readFileSync(configFile, 'utf8')).config

/** Lets jest load TypeScript one file at a time; types are checked by `npm run lint`. */
module.exports = {
  process(source, fileName) {
    const { outputText } = ts.transpileModule(source, {
      fileName,
      compilerOptions: {
        ...compilerOptions,
        target: 'ES2022',
        declaration: false,
        esModuleInterop: true,
        inlineSourceMap: true,
        inlineSources: true,
      },
    })
    return { code: outputText }
  },
}
