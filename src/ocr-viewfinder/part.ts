import type { Cancellation } from '../cancellation'
import { Cancelled } from '../cancellation'
import type { Photo } from '../capture/capture'
import { wordsOf } from '../config'
import type { Part, Wanted } from '../parts'
import { isGone, partOfTag } from '../part-of-tag'
import { chooseAction } from '../wx/action-sheet'
import { isCancel, toFailure } from '../wx/failure'
import { removeFile } from '../wx/file'
import { chooseImage } from '../wx/media'
import { TEXTS } from './texts'

/** What a person does in a viewfinder: a photo, a wish for the album, or a reason why there is none. */
type Answer = Photo | 'album' | Error

/** Who waits for it, by viewfinder. */
const waiting = new WeakMap<object, (answer: Answer) => void>()

export const viewfinderTexts = (locale: string) => wordsOf(TEXTS, locale, 'viewfinder')

/** How a viewfinder takes the photos of the tag that it stands in. */
export const cameraOfTag = Behavior({
  behaviors: [partOfTag],

  properties: {
    /** On its own, the page opens and closes it. */
    open: Boolean,
  },

  lifetimes: {
    detached() {
      const tell = waiting.get(this)
      waiting.delete(this)
      if (tell) tell(new Cancelled())
    },
  },

  methods: {
    abilities(): Part {
      return { photograph: (...all) => this.photograph(...all) }
    },

    /**
     * As `Part` says. With `both`, the person chooses first, and who leaves the album without a picture is back in the
     * viewfinder. Its photos are removed when all is over.
     */
    async photograph(wanted: Wanted, cancellation: Cancellation): Promise<Photo> {
      const { source, locale } = wanted
      const { camera, album } = viewfinderTexts(locale)
      const choice = source === 'both' && (await cancellation.run(() => chooseAction([camera, album])))
      if (choice === 1) return cancellation.run(() => chooseImage(['album']))
      cancellation.onCancel(() => this.close())
      try {
        for (;;) {
          const photo = await cancellation.run(() => this.look(wanted))
          if (photo !== 'album') {
            cancellation.onCancel(() => removeFile(photo.path))
            return photo
          }
          const chosen = await cancellation.race(chooseImage(['album']).catch(backFromAlbum))
          if (chosen) return chosen
        }
      } finally {
        this.close()
      }
    },

    /** What the person does next; it stays open. */
    look({ source, card, side, name, locale }: Wanted): Promise<Photo | 'album'> {
      if (isGone(this)) throw new Cancelled()
      const answer = new Promise<Photo | 'album'>((resolve, reject) =>
        waiting.set(this, (given) => (given instanceof Error ? reject(given) : resolve(given))),
      )
      if (!this.data.open) this.setData({ card, side, name, locale, album: source === 'both', open: true })
      return answer
    },

    close() {
      if (waiting.delete(this)) this.setData({ open: false })
    },

    /** To the tag that waits for it, else to the page. */
    answer(given: Answer, event: string, detail?: object) {
      const tell = waiting.get(this)
      if (tell) tell(given)
      else this.triggerEvent(event, detail)
    },
  },
})

function backFromAlbum(thrown: unknown): undefined {
  if (!isCancel(toFailure(thrown))) throw thrown
}
