import type { CardAnchor } from '../../src/wx/vision-kit'
import type { FakePhone } from '../../testing/fake-phone'

/** VisionKit's IDCard track, as its page in WeChat's documents describes it. Nobody here has seen the real one. */
export function fakeCardTrack() {
  let onFrame: ((frame: { data: ArrayBuffer; width: number; height: number }) => void) | undefined
  let isAlive = false
  let seen: CardAnchor | undefined
  let clock = Date.now()
  const listeners: Record<string, (anchors: CardAnchor[]) => void> = {}

  return {
    install(phone: FakePhone) {
      const { createCameraContext } = phone.camera.wx
      Object.assign(phone.wx, {
        createVKSession: () => ({
          start: (callback: (failure: unknown) => void) => {
            isAlive = true
            void Promise.resolve(0).then(callback)
          },
          on: (event: string, listener: (anchors: CardAnchor[]) => void) => (listeners[event] = listener),
          detectIDCard: () => (seen ? listeners.updateAnchors?.([seen]) : listeners.removeAnchors?.([])),
          destroy: () => (isAlive = false),
        }),
        createCameraContext: () => ({
          ...createCameraContext(),
          onCameraFrame: (listener: typeof onFrame) => ({
            start: () => (onFrame = listener),
            stop: () => (onFrame = undefined),
          }),
        }),
      })
    },
    isRunning: () => isAlive && onFrame !== undefined,
    /** The next frame shows this; frames come faster than they are looked at. */
    async look(card: CardAnchor | undefined) {
      seen = card
      const now = jest.spyOn(Date, 'now').mockReturnValue((clock += 250))
      onFrame?.({ data: new ArrayBuffer(4), width: 1, height: 1 })
      now.mockRestore()
      await Promise.resolve()
    },
  }
}
