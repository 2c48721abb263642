import { readProgramFiles } from '../../../demo/preview/compile/program-files'
import { folderWith } from './files'

const COMPONENT = { component: true }

function programUsing(target: string) {
  return folderWith({
    'app.json': { pages: ['pages/home/home'] },
    'pages/home/home.json': { usingComponents: { part: target } },
    'pages/home/home.wxml': '<part />',
    'pages/home/part.json': COMPONENT,
    'pages/home/part.wxml': '',
    'parts/part.json': COMPONENT,
    'parts/part.wxml': '',
    'miniprogram_npm/library/part/index.json': COMPONENT,
    'miniprogram_npm/library/part/index.wxml': '',
    'node_modules/library/part/index.json': COMPONENT,
    'node_modules/library/part/index.wxml': '',
    'sitemap.json': {},
  })
}

test('pages and components are found, and nothing in node_modules', () => {
  const { components } = readProgramFiles(programUsing('./part'))
  expect(components.map(({ path, isPage }) => [path, isPage])).toEqual([
    ['miniprogram_npm/library/part/index', false],
    ['pages/home/home', true],
    ['pages/home/part', false],
    ['parts/part', false],
  ])
})

test.each([
  ['./part', '/pages/home/part'],
  ['part', '/pages/home/part'],
  ['../../parts/part', '/parts/part'],
  ['/parts/part', '/parts/part'],
  ['library/part/index', '/miniprogram_npm/library/part/index'],
])('usingComponents "%s" is %s', (target, resolved) => {
  const page = readProgramFiles(programUsing(target)).components.find(({ isPage }) => isPage)
  expect(page?.config.usingComponents).toEqual({ part: resolved })
})

test('a component that is not there is named, with the file that asks for it', () => {
  expect(() => readProgramFiles(programUsing('library/other'))).toThrow(
    'pages/home/home.json: no component at "library/other" in usingComponents',
  )
})

test('a folder without app.json is a library: components, and what app.json would share with all', () => {
  const { app, components } = readProgramFiles(folderWith({ 'tag/index.json': COMPONENT, 'tag/index.wxml': '' }))
  expect(app).toBeUndefined()
  expect(components).toEqual([{ path: 'tag/index', config: { component: true, usingComponents: {} }, isPage: false }])
})
