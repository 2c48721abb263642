import type { Mode } from './backends/backend'
import type { Cancellation } from './cancellation'
import { Cancelled } from './cancellation'
import type { Source } from './capture/capture'
import type { CardKind } from './card-kind'
import { joined, readerOf, sidesOf, summaryOf, textsOf } from './card-kind'
import { currentConfig } from './config'
import { OcrError } from './errors'
import type { Doubted } from './events'
import { errorDetail, resultDetail } from './events'
import type { Recognition, Stage } from './recognition'
import { recognize } from './recognition'
import type { AskedSide, Side } from './sides'
import { otherSide, SIDES } from './sides'
import {
  attach,
  begin,
  detach,
  end,
  halfOf,
  isAttached,
  isBusy,
  isCurrent,
  joinHalf,
  keepHalf,
  over,
  photoOf,
} from './tag-tasks'
import { viewfinderTag } from './viewfinder-tag'
import { hasCamera } from './wx/device'

const SOURCES: Source[] = ['both', 'camera', 'album']
const MODES: Mode[] = ['photo', 'scan']
const ANY_SIDE: Side[] = ['any']

/** WeChat refuses pictures of 2 MB and more. */
const MAX_SIZE = 2 * 1024 * 1024
const TIMEOUT_MS = 30_000

/** Markup is typed by nobody, so a tag checks what it was given. */
export function oneOf<T extends string>(values: T[], value: string, property: string): T {
  const known = values.find((candidate) => candidate === value)
  if (!known) throw new OcrError('config', `${property}="${value}": it takes ${values.join(', ')}`)
  return known
}

/** A stranger's error keeps its name alone: a parser's message quotes the reply, which may hold somebody's card. */
function toOcrError(thrown: unknown): OcrError {
  if (thrown instanceof OcrError) return thrown
  return new OcrError('service', `unexpected ${thrown instanceof Error ? thrown.name : typeof thrown}`)
}

/** What every tag does; a tag adds which card it is for. */
export const cardTag = Behavior({
  behaviors: [viewfinderTag],

  properties: {
    /** `front`, `back`, `any` or `both`, for a card with two sides. */
    side: { type: String, value: 'any' },
    /** `both`, `camera` or `album`. */
    source: { type: String, value: 'both' },
    /** `photo` with a background, `scan` without: WeChat's `type`. */
    mode: { type: String, value: 'photo' },
    /** Bytes; the picture that is sent is smaller. */
    maxSize: { type: Number, value: MAX_SIZE },
    /** Milliseconds from the photo to the result. */
    timeout: { type: Number, value: TIMEOUT_MS },
    disabled: { type: Boolean, value: false },
    /** `zh-CN` or `en`; empty for what `configure` says. */
    locale: { type: String, value: '' },
    /** The default slot is the look; WeChat cannot tell whether a slot is filled. */
    custom: { type: Boolean, value: false },
    /** For a form: the name of this field, and the card's fields. */
    name: { type: String, value: '' },
    value: { type: Object, value: {} },
    /** Goes to the outermost view; the tag itself has none. */
    style: { type: String, value: '' },
  },

  data: {
    card: '',
    words: {},
    /** `idle`, `capturing`, `working`, `done` or `failed`. */
    state: 'idle',
    stage: '',
    percent: 0,
    message: '',
    advice: '',
    /** What was refused can be allowed in WeChat's settings. */
    refused: false,
    image: '',
    /** The masked fields that tell one card from another. */
    summary: '',
    /** With `both`: the side asked for now, and the one that is read already. */
    asked: '',
    half: '',
  },

  observers: {
    'locale, source'() {
      if (this.data.card) this.translate()
    },
  },

  lifetimes: {
    attached() {
      attach(this)
      this.translate()
    },
    detached() {
      detach(this)
    },
  },

  methods: {
    /** Each tag says which card it is for. */
    kind(): CardKind {
      throw new TypeError('kind() is missing')
    },

    /** Puts the words of the tag's language into its look. */
    translate(): void {
      const { locale, source } = this.data
      const { card, stages, hints, hintBoth, steps, cancel, done, redo, viewfinder } = textsOf(this.kind(), locale)
      const hint = source === 'both' && !hasCamera() ? hints.album : hints[source as Source]
      const { settings } = viewfinder
      const words = { titles: card.titles, stages, hint, hintBoth, steps, cancel, done, redo, settings }
      this.setData({ words, card: this.kind().card })
    },

    /** What a tap does, from the photo to `result`, `error` or `cancel`; ignored while another is under way, and in a tag that is in no page. */
    async start(): Promise<void> {
      const { disabled, locale, side } = this.data
      if (disabled || isBusy(this) || !isAttached(this)) return
      const kind = this.kind()
      const texts = textsOf(kind, locale)
      const task = begin(this, side === 'both')
      const finish = (data: Partial<typeof this.data>, event: string, detail?: object) => {
        if (!isCurrent(this, task)) return
        over(this)
        const half = halfOf(this)
        this.setData({ ...data, framing: false, half: half ? half.side : '', asked: half ? otherSide(half.side) : '' })
        this.triggerEvent(event, detail)
      }
      try {
        const asked = oneOf(kind.join ? SIDES : ANY_SIDE, side, 'side')
        const card = await (asked === 'both' ? this.readBoth(task) : this.read(asked, task))
        const shown = { image: card.image.path, summary: summaryOf(card), value: card.fields }
        finish({ state: 'done', ...shown }, 'result', resultDetail(card, texts))
      } catch (thrown) {
        task.cancel()
        if (thrown instanceof Cancelled) return finish({ state: 'idle' }, 'cancel')
        const detail = errorDetail(toOcrError(thrown), texts)
        const { message, advice } = detail
        const refused = advice === 'open-settings'
        finish({ state: 'failed', message, advice: texts.advice[advice], refused }, 'error', detail)
      }
    },

    /** One photo of the side asked for. */
    async read(asked: AskedSide, task: Cancellation, photo = task, accepted = asked): Promise<Recognition<Doubted>> {
      const kind = this.kind()
      const { source, mode, maxSize, timeout, locale } = this.data
      const half = halfOf(this)
      let isOpen = true
      const onProgress = (stage: Stage, percent: number) => {
        if (!isOpen || !isCurrent(this, task)) return
        const state = stage === 'capture' ? 'capturing' : 'working'
        this.setData({ state, stage, percent, framing: false, asked, half: half ? half.side : '' })
        this.triggerEvent('progress', { stage, percent, side: asked })
      }
      try {
        return await recognize({
          card: kind.card,
          read: readerOf(kind, accepted),
          capture: this.captureRequest(oneOf(SOURCES, source, 'source'), textsOf(kind, locale)),
          mode: oneOf(MODES, mode, 'mode'),
          maxSize,
          timeout,
          backend: currentConfig().backend,
          cancellation: photo,
          onProgress,
        })
      } finally {
        isOpen = false
      }
    },

    /** One photo after the other; the first may show either side, and a photo of both pages is enough. */
    async readBoth(task: Cancellation): Promise<Recognition<Doubted>> {
      const kind = this.kind()
      let half = halfOf(this)
      if (!half) {
        const photo = photoOf(this, task)
        const reading = await this.read('front', task, photo, 'any')
        const [side, other] = sidesOf(kind, reading)
        if (!side || other || !isCurrent(this, task)) return reading
        half = { side, reading, photo }
        keepHalf(this, half)
      }
      const missing = otherSide(half.side)
      const second = await this.read(missing, task)
      joinHalf(this, half, task)
      return joined(kind, missing === 'back' ? [half.reading, second] : [second, half.reading])
    },

    /** Stops what is under way, with a `cancel` event; without anything under way it does nothing. */
    cancel(): void {
      if (!isBusy(this)) return
      this.reset()
      this.triggerEvent('cancel')
    },

    /** Back to the beginning, without an event. */
    reset(): void {
      end(this)
      if (isAttached(this))
        this.setData({ state: 'idle', image: '', summary: '', asked: '', half: '', value: {}, framing: false })
    },
  },
})
