import type { Backend, BackendRequest } from './backend'

/** For tests and for DevTools: nothing is sent, and the reply (or the `OcrError`) is the one given here. */
export function mock(reply: object | string | ((request: Pick<BackendRequest, 'card' | 'mode'>) => unknown)): Backend {
  return async (_, { card, mode, onProgress }) => {
    onProgress(100)
    const given = typeof reply === 'function' ? await reply({ card, mode }) : reply
    if (given instanceof Error) throw given
    return given
  }
}
