import type { Root } from 'glass-easel-miniprogram-adapter'
import { domElement } from './backend'
import { attach } from './code-space'
import type { CreateRoot, Program } from './code-space'
import { PAGE_TAG } from './tags'
import { createNavigationBar } from './ui/navigation-bar'

export interface OpenPage {
  path: string
  root: Root
  element: HTMLElement
  title: string
}

/** The pages of a mini-program that are open, the top one last and visible. */
export interface Pages {
  stack: readonly OpenPage[]
  /** Opens a page over the others. @param url `/pages/idcard/idcard?side=front`, or relative to the top page */
  open(url: string): void
  /** Closes `count` pages from the top; the first one stays. */
  back(count: number): void
  /** Closes all pages and opens one. */
  relaunch(url: string): void
  setTitle(title: string): void
}

export function createPages({ app, components }: Program, create: CreateRoot, screen: HTMLElement): Pages {
  const stack: OpenPage[] = []
  const home = app?.pages[0] ?? ''
  const bar = createNavigationBar(screen, () => (stack.length > 1 ? back(1) : relaunch('/' + home)))

  function open(url: string): void {
    const { path, query } = resolve(url, stack.at(-1)?.path ?? '')
    const config = components.find((component) => component.path === path)?.config
    if (!config || !app?.pages.includes(path)) throw new Error(`page "${path}" is not found`)
    const root = create(path, PAGE_TAG)
    const element = domElement(root.getComponent())
    if (!element) throw new Error(`page "${path}" has no element`)
    hide(stack.at(-1))
    element.dataset.page = path
    stack.push({
      path,
      root,
      element,
      title: config.navigationBarTitleText ?? app.window?.navigationBarTitleText ?? '',
    })
    Object.assign(root.get(), { route: path, options: query })
    call(root, 'onLoad', query)
    attach(root, screen)
    showTop()
    call(root, 'onReady')
  }

  function close(page: OpenPage | undefined): void {
    if (!page) return
    call(page.root, 'onUnload')
    page.root.release()
    page.element.remove()
  }

  function back(count: number): void {
    stack
      .splice(Math.max(1, stack.length - count))
      .reverse()
      .forEach(close)
    showTop()
  }

  function relaunch(url: string): void {
    stack.splice(0).reverse().forEach(close)
    open(url)
  }

  function setTitle(title: string): void {
    const top = stack.at(-1)
    if (top) top.title = title
    showBar()
  }

  function showTop(): void {
    const top = stack.at(-1)
    if (!top) return
    top.element.hidden = false
    call(top.root, 'onShow')
    top.root.getComponent().triggerPageLifetime('show', [])
    showBar()
  }

  function showBar(): void {
    const top = stack.at(-1)
    if (top) bar.show(top.title, stack.length > 1 ? 'back' : top.path === home ? undefined : 'home')
  }

  return { stack, open, back, relaunch, setTitle }
}

function hide(page: OpenPage | undefined): void {
  if (!page) return
  call(page.root, 'onHide')
  page.root.getComponent().triggerPageLifetime('hide', [])
  page.element.hidden = true
}

function resolve(url: string, from: string): { path: string; query: Record<string, string> } {
  const { pathname, searchParams } = new URL(url, `https://program/${from}`)
  return { path: pathname.slice(1), query: Object.fromEntries(searchParams) }
}

/** A page has those of WeChat's lifetime methods that its author wrote. */
function call(root: Root, lifetime: string, ...args: unknown[]): void {
  const page = root.get()
  const method: unknown = Reflect.get(page, lifetime)
  if (typeof method === 'function') method.apply(page, args)
}
