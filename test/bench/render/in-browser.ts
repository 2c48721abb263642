/** The half of the measurement that runs in Chromium: mounts components on glass-easel, and times them. */
import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { attach, createEnvironment, register } from '../../../demo/preview/runtime/code-space'
import type { LoadScript, Program } from '../../../demo/preview/runtime/code-space'

/** What one component is given, and changed to. */
export interface Case {
  /** From the program's root: `ocr/ocr-idcard/index`. */
  component: string
  /** As a page writes them. */
  attributes: string
  /** What is set to show a picture. */
  update: object
}

export interface Times {
  /** Milliseconds from making the page to a laid-out first view, each mount. */
  render: number[]
  /** Milliseconds from the change to the next layout. */
  update: number[]
  /** `setData` calls of the component and of those inside it, for the first view. */
  setData: number
}

declare global {
  interface Window {
    measure(page: string, update: object, times: number): Times
  }
}

export function start(program: Program, load: LoadScript): void {
  // What the peers ask of `wx` while they load and render; nothing is photographed here.
  const answers = {
    windowWidth: 390,
    windowHeight: 844,
    screenWidth: 390,
    platform: 'android',
    SDKVersion: '3.0.0',
    language: 'zh_CN',
  }
  const wx = new Proxy({}, { get: (_, name) => (name === 'nextTick' ? (run: () => void) => run() : () => answers) })
  Object.assign(globalThis, { wx, App: () => undefined, getApp: () => ({}), getCurrentPages: () => [] })
  const create = register(program, load, createEnvironment())

  const { prototype } = glassEasel.Component
  const { setData } = prototype
  let calls = 0
  prototype.setData = function (data) {
    calls++
    setData.call(this, data)
  }

  window.measure = (page, update, times) => {
    const result: Times = { render: [], update: [], setData: 0 }
    for (let turn = 0; turn < times; turn++) {
      const container = document.body.appendChild(document.createElement('div'))
      const before = calls
      const started = performance.now()
      const root = create(page, 'bench-root')
      attach(root, container)
      const { height } = container.getBoundingClientRect()
      result.render.push(performance.now() - started)
      if (height === 0) throw new Error(`nothing of ${page} is to be seen`)
      result.setData = calls - before
      const component = root.getComponent().getShadowRoot()?.querySelector('.measured')?.asGeneralComponent()
      const changed = performance.now()
      component?.setData(update)
      container.getBoundingClientRect()
      result.update.push(performance.now() - changed)
      root.release()
      container.remove()
    }
    return result
  }
}
