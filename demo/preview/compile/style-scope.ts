import type { ComponentConfig } from '../runtime/code-space'

/** The prefix of a component's classes; empty for a component that shares the page's. */
export function styleScope(component: string, { styleIsolation }: ComponentConfig): string {
  if (styleIsolation?.endsWith('shared') && !styleIsolation.endsWith('apply-shared')) return ''
  return component
    .replace(/^miniprogram_npm\//, '')
    .replace(/\/index$/, '')
    .replace(/[^\w-]+/g, '-')
}
