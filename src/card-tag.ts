import type { Mode } from './backends/backend'
import type { Cancellation } from './cancellation'
import { Cancelled } from './cancellation'
import type { Source } from './capture/capture'
import { sourceHere } from './capture/capture'
import type { CardKind } from './card-kind'
import { joined, readerOf, sidesOf, summaryOf } from './card-kind'
import { currentConfig, textsIn } from './config'
import { OcrError } from './errors'
import { errorDetail, resultDetail } from './events'
import type { Part, Reading } from './parts'
import { addPart, partFor } from './parts'
import type { Stage } from './recognition'
import { recognize } from './recognition'
import type { AskedSide, Side } from './sides'
import { otherSide, SIDES } from './sides'
import { captureFor } from './tag-photo'
import { idleLook } from './tag-look'
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
import { openSettings } from './wx/setting'

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

/** Every tag's; `propertyEarlyInit` is glass-easel's: a tag is rendered once, with what it was given. */
export const OPTIONS = { multipleSlots: true, virtualHost: true, propertyEarlyInit: true }

/** What every tag does, for its kind of card. */
export const cardTag = (kind: CardKind) =>
  Behavior({
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
      disabled: Boolean,
      /** `zh-CN` or `en`; empty for what `configure` says. */
      locale: String,
      /** The default slot is the look; WeChat cannot tell whether a slot is filled. */
      custom: Boolean,
      /** For a form: the name of this field, and the card's fields. */
      name: String,
      value: { type: Object, value: {} },
      /** Goes to the outermost view; the tag itself has none. */
      style: String,
    },

    data: {
      /** `idle`, `capturing`, `working`, `confirming`, `done` or `failed`, and what it shows in it. */
      ...idleLook(kind, {}),
      percent: 0,
    },

    observers: {
      'locale, side, source'() {
        this.translate()
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
      onPart({ detail }: WechatMiniprogram.CustomEvent<Part>): void {
        addPart(this, detail)
      },

      /** The state that asks for a photo. */
      idle() {
        const { side, source, locale } = this.data
        const half = side === 'both' ? halfOf(this) : undefined
        return { ...idleLook(kind, { side, source: sourceHere(source), locale }, half && half.side), value: {} }
      },

      /** Asks in the words of its language, unless it does so already. */
      translate(): void {
        const now = this.data
        const { state, headline, detail, asked } = this.idle()
        const isSaid = headline === now.headline && detail === now.detail && asked === now.asked
        if (state === now.state && !isSaid) this.setData({ headline, detail, asked })
      },

      onBox(): void {
        if (this.data.state === 'idle') void this.start()
      },

      onAction(): void {
        if (this.data.stage) this.cancel()
        else void this.start()
      },

      onSettings(): void {
        void openSettings()
      },

      /** What a tap does, from the photo to `result`, `error` or `cancel`; ignored while another is under way, and in a tag that is in no page. */
      async start(): Promise<void> {
        const { state, disabled, locale, side } = this.data
        if (disabled) return
        if (state === 'confirming') this.cancel()
        // A page that hears of that `cancel` may have begun anew by itself.
        if (isBusy(this) || !isAttached(this)) return
        const texts = textsIn(locale)
        const task = begin(this, side === 'both')
        const finish = (look: object, event: string, detail?: object) => {
          if (!isCurrent(this, task)) return
          over(this)
          this.setData(look)
          this.triggerEvent(event, detail)
        }
        try {
          const asked = oneOf(kind.join ? SIDES : ANY_SIDE, side, 'side')
          const reading = await (asked === 'both' ? this.readBoth(task) : this.read(asked, task))
          const card = await this.review(reading, task)
          const look = { headline: texts.done, detail: summaryOf(card), image: card.image.path, action: texts.redo }
          finish({ state: 'done', stage: '', ...look, value: card.fields }, 'result', resultDetail(card, texts))
        } catch (thrown) {
          task.cancel()
          if (thrown instanceof Cancelled) return finish(this.idle(), 'cancel')
          const error = errorDetail(toOcrError(thrown), texts)
          const { message, advice } = error
          const settings = advice === 'open-settings' ? texts.settings : ''
          const look = { headline: message, detail: texts.advice[advice], action: texts.redo, settings }
          // What a live region comes with is not heard, only what changes in it.
          if (isCurrent(this, task) && this.data.state === 'idle')
            await new Promise<void>((shown) => this.setData({ state: 'failed' }, shown))
          finish({ ...this.idle(), state: 'failed', ...look }, 'error', error)
        }
      },

      /** One photo of the side asked for. */
      async read(asked: AskedSide, task: Cancellation, photo = task, accepted = asked): Promise<Reading> {
        const { source, mode, maxSize, timeout, side, locale } = this.data
        const { stages, steps, cancel } = textsIn(locale)
        const { headline: name, ...blank } = idleLook(kind, { side: asked, source, locale })
        const isFirst = side === 'both' && !halfOf(this)
        const step = side === 'both' ? ` · ${isFirst ? steps.first : steps.second}` : ''
        const shown = isFirst ? 'both' : asked
        const look = { ...blank, value: {}, detail: name + step, asked: shown, action: cancel, state: 'capturing' }
        const onProgress = (stage: Stage, percent: number) => {
          if (!isCurrent(this, task)) return
          const begun = stage === 'capture' ? look : { state: 'working' }
          this.setData({ stage, percent, headline: stages[stage], ...begun })
          this.triggerEvent('progress', { stage, percent, side: asked })
        }
        const wanted = { card: kind.card, side: asked, name, source: oneOf(SOURCES, source, 'source'), locale }
        return recognize({
          card: kind.card,
          read: readerOf(kind, accepted),
          capture: captureFor(this, wanted, photo),
          mode: oneOf(MODES, mode, 'mode'),
          maxSize,
          timeout,
          backend: currentConfig().backend,
          cancellation: photo,
          onProgress,
        })
      },

      /** One photo after the other; the first may show either side, and a photo of both pages is enough. */
      async readBoth(task: Cancellation): Promise<Reading> {
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

      /** With a form in the tag, the person looks through the fields before `result`. */
      async review(reading: Reading, task: Cancellation): Promise<Reading> {
        const part = partFor(this, 'review')
        if (!part || !isCurrent(this, task)) return reading
        const { locale } = this.data
        const { confirmed, ...words } = part.review(reading, kind, locale, task)
        const look = { image: reading.image.path, action: textsIn(locale).redo }
        this.setData({ state: 'confirming', stage: '', ...words, ...look })
        return confirmed
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
        if (isAttached(this)) this.setData(this.idle())
      },
    },
  })
