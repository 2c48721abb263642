import { Cancelled } from './cancellation'
import type { CaptureRequest, Photo, Source } from './capture/capture'
import { OcrError } from './errors'
import type { OcrErrorDetail } from './events'
import type { Texts } from './texts'
import { openSettings } from './wx/setting'

interface Waiting {
  resolve(photo: Photo | 'album'): void
  reject(reason: Error): void
}

/** Who waits for what a person does in a tag's viewfinder. */
const waiting = new WeakMap<object, Waiting>()

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
      return new Promise((resolve, reject) => waiting.set(this, { resolve, reject }))
    },

    onPhoto({ detail }: WechatMiniprogram.CustomEvent<Photo>) {
      waiting.get(this)?.resolve(detail)
    },

    onSettings() {
      void openSettings()
    },

    onAlbum() {
      waiting.get(this)?.resolve('album')
    },

    onClose() {
      waiting.get(this)?.reject(new Cancelled())
    },

    onViewfinderError({ detail: { kind, cause, code } }: WechatMiniprogram.CustomEvent<OcrErrorDetail>) {
      waiting.get(this)?.reject(new OcrError(kind, cause, code))
    },
  },
})
