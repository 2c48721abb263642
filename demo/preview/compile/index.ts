export { readProgram } from './read-program'
export { compileTemplates } from './templates'
