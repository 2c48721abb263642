import { words } from '../words'
import { openDialog } from './dialog'
import { createElement } from './dom'

/** WeChat's sheet from below. Resolves with the index of the item; rejects with `cancel`. */
export function chooseAction(items: string[]): Promise<number> {
  const dialog = createElement('dialog', 'action-sheet')
  return openDialog<number>(dialog, (answer) => {
    const buttons = items.map((item, index) => createItem(item, () => answer(index)))
    const cancel = createItem(words().cancel, () => dialog.close())
    cancel.classList.add('action-sheet-cancel')
    dialog.append(...buttons, cancel)
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog) dialog.close()
    })
  })
}

function createItem(text: string, onTap: () => void): HTMLButtonElement {
  const item = createElement('button', 'action-sheet-item', text)
  item.type = 'button'
  item.addEventListener('click', onTap)
  return item
}
