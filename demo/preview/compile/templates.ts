import fs from 'node:fs'
import path from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import { readProgramFiles, withoutExtension } from './program-files'
import { rpxToVw } from './rpx'

/** What the template compiler says about a template; lines and columns count from 0. */
interface TemplateProblem {
  level: 'Note' | 'Warn' | 'Error' | 'Fatal'
  message: string
  path: string
  startLine: number
  startColumn: number
}

/**
 * Compiles every .wxml and .wxs below `root` with WeChat's own template compiler.
 * Gives a JavaScript expression: an object with a template for each path without its extension.
 * @throws Error that lists every problem found in a template, with its place
 */
export function compileTemplates(root: string): string {
  const { files } = readProgramFiles(root)
  const group = new TmplGroup()
  const problems: TemplateProblem[] = []
  for (const file of files) {
    if (file.endsWith('.wxml')) problems.push(...addTemplate(group, root, file))
    if (file.endsWith('.wxs')) group.addScript(withoutExtension(file), read(root, file))
  }
  const serious = problems.filter(({ level }) => level !== 'Note')
  if (serious.length > 0) throw new Error(serious.map(describe).join('\n'))
  return group.getTmplGenObjectGroups()
}

function addTemplate(group: TmplGroup, root: string, file: string): TemplateProblem[] {
  return group.addTmpl(withoutExtension(file), read(root, file).replace(/style="[^"]*"/g, rpxToVw))
}

function describe({ path, startLine, startColumn, message }: TemplateProblem): string {
  return `${path}.wxml:${startLine + 1}:${startColumn + 1} ${message}`
}

function read(root: string, file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8')
}
