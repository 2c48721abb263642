import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { faultsOf } from '../../lint/faults'

let root: string

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'miniprogram-ocr-lint-'))
})

afterEach(() => fs.rmSync(root, { recursive: true }))

/** A component of one template and one style sheet. */
function write(wxml: string, wxss = ''): void {
  fs.writeFileSync(path.join(root, 'index.json'), '{ "component": true }')
  fs.writeFileSync(path.join(root, 'index.wxml'), wxml)
  fs.writeFileSync(path.join(root, 'index.wxss'), wxss)
}

it('finds nothing wrong with a right component', () => {
  write('<view wx:for="{{list}}" wx:key="id" bind:tap="onTap">{{item.name}}</view>', '.a { color: red; }')
  expect(faultsOf(root)).toEqual([])
})

it.each([
  ['a tag that is not closed', '<view><text></view>', ''],
  ['an expression that is none', '<view>{{a b}}</view>', ''],
  ['`??`, which the classic compiler does not know', '<view>{{a ?? b}}</view>', ''],
  ['wx:else without wx:if', '<view wx:else>1</view>', ''],
  ['an attribute given twice', '<view class="a" class="b" />', ''],
  ['an unknown wx: attribute', '<view wx:fi="{{a}}" />', ''],
  ['a rule that is not closed', '<view />', '.a { color: red;'],
  ['an import of nothing', '<view />', '@import "./nowhere.wxss";'],
])('finds %s', (_, wxml, wxss) => {
  write(wxml, wxss)
  expect(faultsOf(root)).not.toEqual([])
})
