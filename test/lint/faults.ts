import fs from 'node:fs'
import { compileTemplates } from '../../demo/preview/compile/templates'

type Compile = (root: string, files: string[], scripts?: string[]) => string | Error | object

const compileWxml: Compile = require('miniprogram-compiler/src/wcc')
const compileWxss: Compile = require('miniprogram-compiler/src/wcsc')

/** Files with this ending below a folder, without it. */
function filesIn(root: string, ending: string): string[] {
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
}

/** What a compiler finds fault with; one says so by throwing, another by what it returns. */
function faultOf(compile: () => unknown): string | undefined {
  try {
    const result = compile()
    return result instanceof Error ? result.message : undefined
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

/**
 * What WeChat's own compilers find wrong with the templates and style sheets below a folder. `wcc` and `wcsc` are DevTools' (the classic
 * renderer), glass-easel's is Skyline's; each finds faults that the other lets pass.
 */
export function faultsOf(root: string): string[] {
  const scripts = filesIn(root, '.wxs').map((file) => `${file}.wxs`)
  return [
    faultOf(() => compileTemplates(root)),
    faultOf(() => compileWxml(root, filesIn(root, '.wxml'), scripts)),
    faultOf(() => compileWxss(root, filesIn(root, '.wxss'))),
  ].filter((fault) => fault !== undefined)
}
