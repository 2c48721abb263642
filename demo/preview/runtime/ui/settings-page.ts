import { words } from '../words'
import { openDialog } from './dialog'
import { createElement } from './dom'

/** The mini-program's settings, of which there is one: whether it may use the camera. */
export function openSettingsPage(mayUseCamera: boolean): Promise<boolean> {
  const dialog = createElement('dialog', 'action-sheet settings')
  return openDialog<boolean>(dialog, (answer) => {
    const allow = createElement('input', '')
    allow.type = 'checkbox'
    allow.checked = mayUseCamera
    const done = createElement('button', 'action-sheet-item action-sheet-cancel', words().done)
    done.type = 'button'
    done.addEventListener('click', () => answer(allow.checked))
    dialog.append(createElement('label', 'action-sheet-item settings-item', words().allowCamera, allow), done)
  })
}
