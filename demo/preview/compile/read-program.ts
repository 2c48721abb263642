import type { Program, Templates } from '../runtime/code-space'
import { readProgramFiles } from './program-files'
import type { ProgramFiles } from './program-files'
import { styleScope } from './style-scope'
import { compileTemplates } from './templates'

/** A mini-program or a library of components below `root`, compiled, for use in this process. */
export function readProgram(root: string): Program {
  return { ...describeProgram(readProgramFiles(root)), templates: evaluate(compileTemplates(root)) }
}

/** What the runtime has to know of a program, without its code. */
export function describeProgram({ app, components }: ProgramFiles): Omit<Program, 'templates'> {
  return {
    app,
    components: components.map(({ path, config }) => ({ path, config, styleScope: styleScope(path, config) })),
  }
}

function evaluate(expression: string): Templates {
  return new Function(`return ${expression}`)()
}
