import { createElement } from '../runtime/ui/dom'
import type { Specimen } from '../specimens'
import type { Texts } from './texts'

/** Puts a button for each specimen on the shelf. */
export function showSpecimens(
  shelf: HTMLElement,
  specimens: Specimen[],
  texts: Texts,
  onChoose: (picture: Blob) => void,
): void {
  const buttons = specimens.map((specimen) => createSpecimen(specimen, texts[specimen.kind], onChoose))
  shelf.replaceChildren(...(buttons.length > 0 ? buttons : [texts.missing]))
}

function createSpecimen({ url }: Specimen, label: string, onChoose: (picture: Blob) => void): HTMLButtonElement {
  const thumbnail = createElement('img', '')
  thumbnail.src = url
  thumbnail.alt = ''
  thumbnail.decoding = 'async'
  const button = createElement('button', 'specimen', thumbnail, createElement('span', '', label))
  button.type = 'button'
  button.addEventListener('click', async () => onChoose(await (await fetch(url)).blob()))
  return button
}
