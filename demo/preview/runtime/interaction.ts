import { glassEasel } from 'glass-easel-miniprogram-adapter'

/** WeChat's `hover-class` while a finger is down, and a keyboard's Enter and Space as a tap. */
export function listenToHands(page: Document): void {
  let release = () => {}
  page.addEventListener('pointerdown', ({ target }) => {
    release = press(target)
  })
  page.addEventListener('pointerup', () => release())
  page.addEventListener('pointercancel', () => release())
  page.addEventListener('keydown', (event) => {
    const element = (event.key === 'Enter' || event.key === ' ') && elementOf(event.target)
    if (!element) return
    event.preventDefault()
    glassEasel.Event.triggerEvent(element, 'tap', {}, { bubbles: true, composed: true, capturePhase: true })
  })
}

/** Gives the touched element its `hover-class`, in the style scope of whoever wrote it; the answer takes it away. */
function press(target: EventTarget | null): () => void {
  const touched = target instanceof Element ? target.closest('[hover-class]') : null
  const hoverClass = touched?.getAttribute('hover-class') ?? 'none'
  const classes = elementOf(touched)?.classList
  if (hoverClass === 'none') return () => {}
  classes?.toggle(hoverClass, true)
  return () => classes?.toggle(hoverClass, false)
}

/** glass-easel keeps its own element on the document's. */
function elementOf(target: EventTarget | null): glassEasel.Element | undefined {
  const element: unknown = target && Reflect.get(target, '__wxElement')
  return element instanceof glassEasel.Element ? element : undefined
}
