import { Cancelled } from './cancellation'
import type { CaptureRequest, Photo, Source } from './capture/capture'
import { OcrError } from './errors'
import type { OcrErrorDetail } from './events'
import type { Texts } from './texts'
import { openSettings } from './wx/setting'

/** What a person does in a viewfinder: a photo, a wish for the album, or a reason why there is none. */
type Answer = Photo | 'album' | Error

/** Who waits for it, by tag. */
const waiting = new WeakMap<object, (answer: Answer) => void>()

function answer(tag: object, given: Answer): void {
  const settle = waiting.get(tag)
  if (settle) settle(given)
}

/** How a tag asks for a photo: the page's consent, and the viewfinder in its template, which is there while `framing`. */
export const viewfinderTag = Behavior({
  properties: {
    /** The package's own camera with a card's window; false for the system's. */
    viewfinder: { type: Boolean, value: true },
    /** VisionKit's guidance in the viewfinder. */
    guide: { type: Boolean, value: false },
  },

  data: {
    framing: false,
  },

  methods: {
    captureRequest(source: Source, texts: Texts): CaptureRequest {
      return {
        source,
        consent: () => this.askPage(),
        viewfinder: this.data.viewfinder ? () => this.openViewfinder() : undefined,
        words: texts.viewfinder,
      }
    },

    /** True, unless the page is waiting for a consent that is not given. */
    askPage(): Promise<boolean> {
      const answers: Array<Promise<boolean>> = []
      this.triggerEvent('beforecapture', { wait: (consent: Promise<boolean>) => void answers.push(consent) })
      return Promise.all(answers).then(
        (given) => !given.includes(false),
        () => false,
      )
    },

    openViewfinder(): Promise<Photo | 'album'> {
      if (!this.data.framing) this.setData({ framing: true })
      return new Promise((resolve, reject) =>
        waiting.set(this, (given) => (given instanceof Error ? reject(given) : resolve(given))),
      )
    },

    onPhoto({ detail }: WechatMiniprogram.CustomEvent<Photo>) {
      answer(this, detail)
    },

    onSettings() {
      void openSettings()
    },

    onAlbum() {
      answer(this, 'album')
    },

    onClose() {
      answer(this, new Cancelled())
    },

    onViewfinderError({ detail: { kind, cause, code } }: WechatMiniprogram.CustomEvent<OcrErrorDetail>) {
      answer(this, new OcrError(kind, cause, code))
    },
  },
})
