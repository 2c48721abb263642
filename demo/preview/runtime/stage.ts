import { glassEasel } from 'glass-easel-miniprogram-adapter'
import type { Pages } from './pages'
import { setTheme } from './theme'
import type { Theme } from './theme'
import { handOver } from './wx/media'

/** What the page around the phone can ask of the phone: `window.stage`. */
export interface Stage {
  setTheme(theme: Theme): void
  /**
   * Starts the recognition tag on the screen with this picture, as if it had been chosen from the album.
   * @param page opened first when the page on the screen has no such tag
   */
  recognize(picture: Blob, page: string): void
}

declare global {
  interface Window {
    stage?: Stage
  }
}

/** The methods of every recognition tag. */
interface RecognitionTag {
  data: { source: string }
  setData(data: object): void
  start(): void
  reset(): void
}

export function createStage(pages: Pages): Stage {
  return {
    setTheme,
    recognize(picture, page) {
      if (!findTag(pages)) pages.open(page)
      const tag = findTag(pages)
      if (!tag) throw new Error(`no recognition tag on ${page}`)
      const { source } = tag.data
      tag.reset()
      handOver(picture)
      tag.setData({ source: 'album' })
      tag.start()
      tag.setData({ source })
    },
  }
}

function findTag(pages: Pages): RecognitionTag | undefined {
  const top = pages.stack.at(-1)
  if (!top) return undefined
  const { Component, ElementIterator, ElementIteratorType } = glassEasel
  const type = ElementIteratorType.ComposedDescendantsRootFirst
  for (const element of ElementIterator.create(top.root.getComponent(), type)) {
    const instance: unknown = Component.isComponent(element) && element.getMethodCaller()
    if (isRecognitionTag(instance)) return instance
  }
  return undefined
}

function isRecognitionTag(instance: unknown): instance is RecognitionTag {
  return typeof instance === 'object' && instance !== null && 'start' in instance && 'reset' in instance
}
