/** An identity card in a picture, as VisionKit's IDCard track tells (3.3.0). */
export interface CardAnchor {
  isComplete: boolean
  /** 0 portrait, 1 emblem. */
  label: number
  /** 0 upright; otherwise it is turned. */
  orientation: number
  /** Its four corners, in the picture's measure. */
  box: Array<{ x: number; y: number }>
}

/** The typings lack the track's method, and ask for a `plane` that the track excludes. */
interface CardSession {
  start(callback: (failure: unknown) => void): void
  on(event: string, listener: (anchors: CardAnchor[]) => void): void
  detectIDCard?(picture: { frameBuffer: ArrayBuffer; width: number; height: number; getAffineImg: boolean }): void
  destroy(): void
}
type CreateSession = (options: { track: { IDCard: { mode: 2 } }; version: 'v1' }) => CardSession

/** Milliseconds from one look to the next: enough for a hand, and a phone stays cool. */
const INTERVAL = 200

/** Looks for an identity card in what the camera sees, until the answer is called. Where VisionKit is absent nothing happens. */
export function watchCards(onCard: (card: CardAnchor | undefined) => void): () => void {
  let isOver = false
  let stop = () => {}
  try {
    const session = (wx.createVKSession as unknown as CreateSession)({ track: { IDCard: { mode: 2 } }, version: 'v1' })
    stop = () => session.destroy()
    session.on('updateAnchors', ([card]) => onCard(card))
    session.on('removeAnchors', () => onCard(undefined))
    session.start((failure) => {
      if (isOver || failure || !session.detectIDCard) return
      let last = 0
      const listener = wx.createCameraContext().onCameraFrame(({ data: frameBuffer, width, height }) => {
        if (Date.now() - last < INTERVAL) return
        last = Date.now()
        session.detectIDCard?.({ frameBuffer, width, height, getAffineImg: false })
      })
      listener.start({})
      stop = () => {
        listener.stop({})
        session.destroy()
      }
    })
  } catch {
    // An older base library, or a phone without it: the shutter is there all the same.
  }
  return () => {
    isOver = true
    stop()
  }
}
