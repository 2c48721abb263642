import { words } from '../words'
import { createButton, createElement } from './dom'

export interface NavigationBar {
  /** @param leave what the button on the left does: back, home, or no button at all */
  show(title: string, leave: 'back' | 'home' | undefined): void
}

/** WeChat's bar over every page: a way back, the title, and the capsule, which is only drawn here. */
export function createNavigationBar(container: HTMLElement, onLeave: () => void): NavigationBar {
  const leaveButton = createButton('navigation-leave', '', onLeave)
  const heading = createElement('h1', 'navigation-title')
  const capsule = createElement('div', 'navigation-capsule', createElement('i', ''), createElement('b', ''))
  capsule.setAttribute('aria-hidden', 'true')
  container.append(createElement('header', 'navigation-bar', leaveButton, heading, capsule))
  return {
    show(title, leave) {
      heading.textContent = title
      leaveButton.hidden = !leave
      leaveButton.dataset.kind = leave
      if (leave) leaveButton.setAttribute('aria-label', words()[leave])
    },
  }
}
