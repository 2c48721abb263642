import { compileTemplates, readProgram } from '../../../demo/preview/compile'
import { folderWith } from './files'

test('each template gets a place under its path', () => {
  const root = folderWith({ 'tag/index.wxml': '<view>{{a}}</view>', 'tag/index.json': { component: true } })
  const { templates } = readProgram(root)
  expect(Object.keys(templates)).toEqual(['tag/index'])
  expect(templates['tag/index']).toBeInstanceOf(Function)
})

test.each([
  ['an unclosed tag', '<view>\n  <text>\n</view>', 'tag/index.wxml:2:4 missing end tag'],
  ['a broken expression', '<view>{{a b}}</view>', 'tag/index.wxml:1:'],
  ['an unknown wx: attribute', '<view wx:fi="{{a}}" />', 'tag/index.wxml:1:'],
])('%s is refused with its place', (_, wxml, message) => {
  expect(() => compileTemplates(folderWith({ 'tag/index.wxml': wxml }))).toThrow(message)
})

test('rpx in a style attribute is made out of the width of the screen', () => {
  expect(compileTemplates(folderWith({ 'tag/index.wxml': '<view style="width: 75rpx" />' }))).toContain('width: 10vw')
})
