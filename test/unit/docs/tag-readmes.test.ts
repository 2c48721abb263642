import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const SOURCE = path.join(__dirname, '../../../src')
const TAGS = ['ocr-idcard', 'ocr-bankcard', 'ocr-vehicle']

type Property = { value?: unknown } | ((value?: unknown) => unknown)

/** What WeChat is told of a behavior or a component. */
interface Definition {
  properties?: Record<string, Property>
  behaviors?: Array<Definition | string>
}

/** The properties of a tag and its behaviors, as they are given to the framework, with their defaults. */
function propertiesOf(tag: string): Map<string, unknown> {
  let component: Definition = {}
  Object.assign(globalThis, {
    Behavior: (definition: Definition) => definition,
    Component: (definition: Definition) => void (component = definition),
  })
  jest.isolateModules(() => require(path.join(SOURCE, tag, 'index.ts')))
  const collect = ({ behaviors = [], properties = {} }: Definition): Array<[string, Property]> => [
    ...behaviors.flatMap((behavior) => (typeof behavior === 'string' ? [] : collect(behavior))),
    ...Object.entries(properties),
  ]
  const defaultOf = (property: Property) => (typeof property === 'function' ? property() : property.value)
  return new Map(collect(component).map(([name, property]) => [kebab(name), defaultOf(property)]))
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The first cells of a table's rows, and what stands in another column. */
function rowsUnder(markdown: string, heading: string, column: number): Map<string, string> {
  const [, section = ''] = markdown.split(`## ${heading}\n`)
  const [told = ''] = section.split(/^## /m)
  const rows = told.split('\n').filter((line) => line.startsWith('| `'))
  const cells = rows.map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  // Of several rows for one name the first is the rule.
  return new Map(cells.reverse().map((row) => [row[1]?.replace(/`/g, '') ?? '', row[column] ?? '']))
}

const program = ts.createProgram([path.join(SOURCE, 'index.ts')], {
  strict: true,
  target: ts.ScriptTarget.ES2018,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ['miniprogram-api-typings'],
  noEmit: true,
  skipLibCheck: true,
})
const checker = program.getTypeChecker()

/** A type that the package exports. */
function exportedType(name: string): ts.Type {
  const file = program.getSourceFile(path.join(SOURCE, 'index.ts'))
  const module = file && checker.getSymbolAtLocation(file)
  const found = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === name)
  if (!found) throw new Error(`the package exports no ${name}`)
  return checker.getDeclaredTypeOfSymbol(found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found)
}

const keysOf = (type: ts.Type) => type.getProperties().map(({ name }) => name)

/** `{ kind, code }` of a cell. */
const keysIn = (cell = '') => (/\{([^}]*)\}/.exec(cell)?.[1] ?? '').split(',').map((key) => key.split(':')[0]?.trim())

describe.each(TAGS)('the README of <%s> says what its source says', (tag) => {
  const readme = fs.readFileSync(path.join(SOURCE, tag, 'README.md'), 'utf8')

  it('of its properties and their defaults', () => {
    const properties = propertiesOf(tag)
    // A form's own; and what makes no difference to a card with one side, or that VisionKit does not know.
    for (const name of [
      'value',
      ...(tag === 'ocr-bankcard' ? ['side'] : []),
      ...(tag === 'ocr-idcard' ? [] : ['guide']),
    ])
      properties.delete(name)
    const told = rowsUnder(readme, 'Properties', 3)
    expect([...told.keys()].sort()).toEqual([...properties.keys()].sort())
    for (const [name, value] of properties) {
      if (name === 'locale') continue
      expect([name, told.get(name)]).toEqual([
        name,
        `\`${value === '' ? "''" : String(value)}\``.replace(/`(\d+)`/, '$1'),
      ])
    }
  })

  it('of its events and what they carry', () => {
    const told = rowsUnder(readme, 'Events', 2)
    expect([...told.keys()].sort()).toEqual(['beforecapture', 'cancel', 'error', 'progress', 'result'])
    expect(keysIn(told.get('error'))).toEqual(keysOf(exportedType('OcrErrorDetail')))
    const [result] = {
      'ocr-idcard': ['IdCardResult'],
      'ocr-bankcard': ['BankCardResult'],
      'ocr-vehicle': ['VehicleResult'],
    }[tag] ?? ['']
    const shape = exportedType(result ?? '')
    const keys = keysOf(shape.isUnion() ? (shape.types[0] ?? shape) : shape)
    expect(keysIn(told.get('result')).sort()).toEqual(keys.sort())
  })
})

it.each([
  ['README.md', 'Handle what goes wrong'],
  ['README.zh-CN.md', '出错时怎么办'],
])('%s names every kind of error, and its advice', (file, heading) => {
  const { OcrError } = require(path.join(SOURCE, 'errors.ts'))
  const kinds = exportedType('ErrorKind')
  const told = new Map<string, string>()
  for (const [cell, advice] of rowsUnder(fs.readFileSync(path.join(SOURCE, '..', file), 'utf8'), heading, 3)) {
    for (const kind of cell.split(' ')) told.set(kind, advice.replace(/`/g, ''))
  }
  told.delete('kind')
  const real = kinds.isUnion() ? kinds.types.map((type) => (type.isStringLiteral() ? type.value : '')) : []
  expect([...told.keys()].sort()).toEqual(real.sort())
  for (const kind of real) expect([kind, told.get(kind)]).toEqual([kind, new OcrError(kind, '').advice])
})
