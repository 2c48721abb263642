import { register } from './code-space'
import type { LoadScript, Program } from './code-space'
import { listenToHands } from './interaction'
import { createPages } from './pages'
import type { Pages } from './pages'
import { createStage } from './stage'
import { camera } from './wx/camera'
import { device } from './wx/device'
import { files } from './wx/files'
import { media } from './wx/media'
import { navigation } from './wx/navigation'
import { network } from './wx/network'
import { settings } from './wx/settings'
import { ui } from './wx/ui'

/** Runs a compiled mini-program in this document, from the page in the address (`#pages/idcard/idcard`) or its first. */
export function launch(program: Program, load: LoadScript): void {
  let app: object = {}
  Object.assign(globalThis, {
    wx: { ...media, ...camera, ...settings, ...device, ...files, ...network, ...ui, ...navigation(() => pages) },
    App: (definition: object) => (app = definition),
    getApp: () => app,
    getCurrentPages: () => pages.stack.map(({ root }) => root.get()),
  })

  const create = register(program, load)
  const pages = createPages(program, create, document.body)
  if ('onLaunch' in app && typeof app.onLaunch === 'function') app.onLaunch()
  pages.open('/' + (location.hash.slice(1) || program.app?.pages[0]))
  listenToHands(document)
  listenToScreen(pages)
  window.stage = createStage(pages)
}

/** WeChat tells the top page of a new size, and its components. */
function listenToScreen({ stack }: Pages): void {
  addEventListener('resize', () => {
    stack
      .at(-1)
      ?.root.getComponent()
      .triggerPageLifetime('resize', [{ size: device.getWindowInfo() }])
  })
  document.addEventListener('visibilitychange', () => {
    const lifetime = document.visibilityState === 'visible' ? 'show' : 'hide'
    stack.at(-1)?.root.getComponent().triggerPageLifetime(lifetime, [])
  })
}
