'use strict'
const path = require('node:path')
const { transform } = require('esbuild')
const { minify } = require('terser')

/** The oldest engines that mini-programs run in; newer ways to write a style are left alone. */
const STYLE_TARGET = ['chrome57', 'ios10']

const SCRIPT_OPTIONS = {
  ecma: 2018,
  toplevel: true,
  // `unsafe` writes `+x` for `Number(x)`; the sources have none of the tricks that it and the others could break.
  compress: { passes: 3, hoist_funs: true, pure_getters: true, unsafe_arrows: true, unsafe: true },
}

/** The kinds of files in a package, by their ending. */
const MINIFIERS = {
  '.js': async (text) => (await minify(text, SCRIPT_OPTIONS)).code,
  '.wxss': async (text) =>
    (await transform(text, { loader: 'css', minify: true, charset: 'utf8', target: STYLE_TARGET })).code
      // Variables of the package's own begin with a letter each; what stands in one, esbuild leaves as it is.
      .replace(/--_(\w)\w*/g, '--_$1')
      .replace(/(--[\w-]+): var\(([\w-]+), /g, '$1:var($2,'),
  '.json': (text) => JSON.stringify(JSON.parse(text)),
  '.wxml': minifyTemplate,
}

/**
 * Line breaks between and inside tags go, and white space in expressions and styles; other text, and what stands on a line
 * with it, is somebody's to read and stays.
 */
function minifyTemplate(text) {
  return text
    .replace(/<!--[^]*?-->/g, '')
    .replace(/>\s*\n\s*</g, '><')
    .replace(/<\w[^<>]*>/g, (tag) => tag.replace(/\s*\n\s*/g, ' ').replace(/ (\/?>)$/, '$1'))
    .replace(/{{.*?}}/g, (code) => code.replace(/('[^']*')|\s+/g, '$1'))
    .replace(/ style="[^"]*"/g, (style) => style.replace(/([:;]) /g, '$1'))
}

/** A file's text as it is published; one of no known kind as it is. */
async function minified(fileName, text) {
  const shorten = MINIFIERS[path.extname(fileName)]
  return shorten ? (await shorten(text)).trim() : text
}

module.exports = { minified }
