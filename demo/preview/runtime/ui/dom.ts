/** An element with a class and its children. */
export function createElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.className = className
  element.append(...children)
  return element
}

export function createButton(className: string, label: string, onTap: () => void): HTMLButtonElement {
  const button = createElement('button', className)
  button.type = 'button'
  button.setAttribute('aria-label', label)
  button.addEventListener('click', onTap)
  return button
}
