/** @jest-environment jsdom */
import { readProgram } from '../../../demo/preview/compile'
import { attach, register } from '../../../demo/preview/runtime/code-space'
import { folderWith } from './files'

/** What WeChat puts into a script's scope; the code space sets it while the script runs. */
declare const Component: (definition: object) => void

const events: string[] = []

const SCRIPTS: Record<string, () => void> = {
  'part/index': () =>
    Component({
      behaviors: ['wx://component-export'],
      properties: { text: String, off: Boolean },
      externalClasses: ['part-class'],
      lifetimes: { attached: () => events.push('attached'), ready: () => events.push('ready') },
      methods: {
        onTap(this: { triggerEvent(name: string, detail: object): void }) {
          this.triggerEvent('choose', { by: 'tap' })
        },
      },
    }),
  'parent/index': () =>
    Component({
      data: { text: 'hello', off: false },
      methods: { onChoose: ({ detail }: { detail: { by: string } }) => events.push(detail.by) },
    }),
}

const root = folderWith({
  'part/index.json': { component: true },
  'part/index.wxml':
    '<view class="box part-class" aria-role="button" aria-disabled="{{off}}" hidden="{{off}}" bind:tap="onTap">{{text}}</view><slot/>',
  'parent/index.json': { component: true, usingComponents: { part: '../part/index' } },
  'parent/index.wxml':
    '<part text="{{text}}" off="{{off}}" part-class="mine" bind:choose="onChoose"><image src="a.jpg" mode="aspectFit"/></part>',
})

const create = register(readProgram(root), (path) => SCRIPTS[path]?.())
const parent = create('parent/index', 'parent')
attach(parent, document.body)
const box = document.querySelector<HTMLElement>('[role=button]')

test("WeChat's tags become wx- tags with HTML's roles, classes in the style scope of their author", () => {
  expect(box?.outerHTML).toBe(
    '<wx-view class="part--box parent--mine" role="button" tabindex="0" aria-disabled="false">hello</wx-view>',
  )
})

test('setData reaches the page; a flag that is off is no attribute, an aria state that is off says so', () => {
  parent.getComponent().setData({ text: 'bye', off: true })
  expect([box?.textContent, box?.hidden, box?.getAttribute('aria-disabled')]).toEqual(['bye', true, 'true'])
  parent.getComponent().setData({ off: false })
  expect([box?.hidden, box?.getAttribute('aria-disabled')]).toEqual([false, 'false'])
})

test('a slot shows what its user put there', () => {
  expect(document.querySelector('part > wx-image > img')?.getAttribute('src')).toBe('a.jpg')
})

test('attached runs at once and ready on the next frame', async () => {
  await new Promise((done) => requestAnimationFrame(done))
  expect(events.splice(0)).toEqual(['attached', 'ready'])
})

test('a tap of a mouse is a tap event, and a component event reaches its user', () => {
  for (const type of ['mousedown', 'mouseup']) box?.dispatchEvent(new MouseEvent(type, { bubbles: true }))
  expect(events.splice(0)).toEqual(['tap'])
})

test('a component without a template is named', () => {
  const program = { ...readProgram(root), templates: {} }
  expect(() => register(program, () => {})).toThrow('no template for parent/index')
})
