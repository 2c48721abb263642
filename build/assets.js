'use strict'
const path = require('node:path')
const { Transform } = require('node:stream')
const { transformSync } = require('esbuild')

/** The oldest engines that mini-programs run in; newer ways to write a style are left alone. */
const STYLE_TARGET = ['chrome57', 'ios10']

const MINIFIERS = {
  '.json': (text) => JSON.stringify(JSON.parse(text)),
  '.wxss': (text) =>
    transformSync(text, { loader: 'css', minify: true, charset: 'utf8', target: STYLE_TARGET }).code.trim(),
  '.wxml': minifyTemplate,
}

/** Line breaks between and inside tags go; other text, and what stands on a line with it, is somebody's to read and stays. */
function minifyTemplate(text) {
  return text
    .replace(/<!--[^]*?-->/g, '')
    .replace(/>\s*\n\s*</g, '><')
    .replace(/<\w[^<>]*>/g, (tag) => tag.replace(/\s*\n\s*/g, ' ').replace(/ (\/?>)$/, '$1'))
    .trim()
}

/** Minifies the templates, styles and configurations in a gulp stream; all else passes as it is. */
const minifyAssets = () =>
  new Transform({
    objectMode: true,
    transform(file, _, done) {
      const minify = MINIFIERS[path.extname(file.path)]
      if (minify && file.isBuffer()) file.contents = Buffer.from(minify(file.contents.toString()))
      done(null, file)
    },
  })

module.exports = { minifyAssets, minifyTemplate }
