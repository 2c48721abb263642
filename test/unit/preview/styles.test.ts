import { compileStyles } from '../../../demo/preview/compile/styles'
import { readProgramFiles } from '../../../demo/preview/compile/program-files'
import { folderWith } from './files'

const compile = (files: Record<string, string | object>) =>
  compileStyles(readProgramFiles(folderWith(files))).replace(/\s+/g, ' ')

const component = (wxss: string, config = {}) =>
  compile({ 'tag/index.json': { component: true, ...config }, 'tag/index.wxml': '', 'tag/index.wxss': wxss })

const page = (wxss: string) =>
  compile({ 'app.json': { pages: ['pages/a/a'] }, 'pages/a/a.json': {}, 'pages/a/a.wxml': '', 'pages/a/a.wxss': wxss })

test('rpx is 1/750 of the width of the screen', () => {
  expect(component('.a { margin: -75rpx 1.5rpx 0 }')).toBe('.tag--a { margin: -10vw 0.2vw 0 }')
})

test("a component's classes and :host touch no other component", () => {
  expect(component(':host { color: red } .a > .b:not(.c) { top: 0 }')).toBe(
    '[wx-host="tag"] { color: red } .tag--a > .tag--b:not(.tag--c) { top: 0 }',
  )
})

test('a component that shares its styles keeps its classes', () => {
  expect(component('.a { top: 0 }', { styleIsolation: 'shared' })).toBe('.a { top: 0 }')
  expect(component('.a { top: 0 }', { styleIsolation: 'apply-shared' })).toBe('.tag--a { top: 0 }')
})

test("a page's rules stay on the page", () => {
  expect(page('page, .a { top: 0 }')).toBe(
    'wx-page:where([data-page="pages/a/a"]),:where([data-page="pages/a/a"]) .a { top: 0 }',
  )
})

test("WeChat's tags have their names of the browser's tree", () => {
  expect(page('view .a image { top: 0 }')).toBe(':where([data-page="pages/a/a"]) wx-view .a wx-image { top: 0 }')
})

test('the steps of an animation are no selectors', () => {
  const wxss = '@keyframes turn { from { top: 0 } 50% { top: 1px } }'
  expect(component(wxss)).toBe(wxss)
})

test('@import takes in another file, from beside or from the root', () => {
  const css = compile({
    'app.json': { pages: [] },
    'app.wxss': '@import "./parts/colors.wxss"; .a { top: 0 }',
    'parts/colors.wxss': "@import '/base.wxss'; .b { top: 1px }",
    'base.wxss': 'page { color: red }',
  })
  expect(css).toBe('wx-page { color: red } .b { top: 1px } .a { top: 0 }')
})

test('the sheet has the app first, then components, then pages', () => {
  const css = compile({
    'app.json': { pages: ['a'] },
    'app.wxss': '.app { top: 0 }',
    'a.json': {},
    'a.wxml': '',
    'a.wxss': '.page { top: 0 }',
    'tag.json': { component: true },
    'tag.wxml': '',
    'tag.wxss': '.part { top: 0 }',
  })
  expect(css.match(/app|part|page(?= )/g)).toEqual(['app', 'part', 'page'])
})
