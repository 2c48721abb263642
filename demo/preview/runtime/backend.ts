import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { domTag } from './tags'

/** glass-easel over this document: WeChat's tags as `<wx-…>`, and the document's events for its components. */
export function createBackend(): glassEasel.GeneralBackendContext {
  const backend = new glassEasel.CurrentWindowBackendContext()
  const { document } = backend
  backend.document = {
    createElement: (tag) => document.createElement(domTag(tag)),
    createTextNode: (text) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  }
  backend.onEvent((target, type, detail, options) => {
    const event = new glassEasel.Event(type, detail, options)
    glassEasel.Event.dispatchEvent(target, event)
    return event.defaultPrevented() ? glassEasel.EventBubbleStatus.NoDefault : glassEasel.EventBubbleStatus.Normal
  })
  return backend
}

/** The same object under glass-easel's own type for it. */
export function asBackendElement(element: HTMLElement): glassEasel.domlikeBackend.Element {
  if (!isBackendElement(element)) throw new TypeError('not an element of this document')
  return element
}

function isBackendElement(element: unknown): element is glassEasel.domlikeBackend.Element {
  return element instanceof HTMLElement
}

/** The element of the document behind one of glass-easel's. */
export function domElement({ $$: element }: glassEasel.Element): HTMLElement | undefined {
  return element instanceof HTMLElement ? element : undefined
}
