import type { Art } from './art'
import type { Mode } from './backends/backend'
import type { Cancellation } from './cancellation'
import { Cancelled } from './cancellation'
import type { Source } from './capture/capture'
import type { CardKind } from './card-kind'
import { forSide, joined, readerOf, sidesOf, summaryOf, textsOf } from './card-kind'
import { currentConfig } from './config'
import type { Draft } from './draft'
import { doubtsOf, edit, rowsOf } from './draft'
import { OcrError } from './errors'
import type { Doubted, Extras } from './events'
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

/** What is being corrected, by tag. */
const drafts = new WeakMap<object, Draft>()

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
    disabled: Boolean,
    /** `zh-CN` or `en`; empty for what `configure` says. */
    locale: String,
    /** The person looks through the fields, and may correct them, before `result`. */
    confirm: Boolean,
    /** The default slot is the look; WeChat cannot tell whether a slot is filled. */
    custom: Boolean,
    /** For a form: the name of this field, and the card's fields. */
    name: String,
    value: Object,
    /** Goes to the outermost view; the tag itself has none. */
    style: String,
  },

  data: {
    /** Words on buttons. */
    look: {},
    /** What is asked for, in outline. */
    art: [] as Art,
    /** What the viewfinder is to frame. */
    card: '',
    asked: '',
    title: '',
    /** `idle`, `capturing`, `working`, `confirming`, `done` or `failed`. */
    state: 'idle',
    stage: '',
    percent: 0,
    /** What is asked for, what is under way or what came of it; and a second line. */
    headline: '',
    detail: '',
    /** What was refused can be allowed in WeChat's settings. */
    refused: false,
    image: '',
    /** With `both`: one side is read already. */
    half: false,
    /** The form of `confirm`. */
    rows: [] as object[],
    doubts: {},
    blank: false,
  },

  observers: {
    'locale, side, source'() {
      if (this.data.headline) this.translate()
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
      const { cancel, redo, suggest, confirm, viewfinder } = textsOf(this.kind(), this.data.locale)
      const look = { cancel, redo, suggest, confirm, settings: viewfinder.settings }
      this.setData({ look, ...(this.data.state === 'idle' && this.idle()) })
    },

    /** The state that asks for a photo. */
    idle() {
      const { side, source, locale } = this.data
      const kind = this.kind()
      const texts = textsOf(kind, locale)
      const half = side === 'both' ? halfOf(this) : undefined
      const asked = half ? otherSide(half.side) : side
      const hint = texts.hints[source === 'both' && !hasCamera() ? 'album' : (source as Source)] || texts.hints.both
      const detail = half ? texts.steps.second : side === 'both' ? texts.hintBoth : hint
      return {
        state: 'idle',
        headline: forSide(texts.card.titles, asked),
        detail,
        refused: false,
        art: forSide(kind.art, asked),
        half: !!half,
        image: '',
        framing: false,
        value: {},
        rows: [],
      }
    },

    /** What a tap does, from the photo to `result`, `error` or `cancel`; ignored while another is under way, and in a tag that is in no page. */
    async start(): Promise<void> {
      const { state, disabled, locale, side } = this.data
      if (disabled) return
      if (state === 'confirming') this.cancel()
      // A page that hears of that `cancel` may have begun anew by itself.
      if (isBusy(this) || !isAttached(this)) return
      const kind = this.kind()
      const texts = textsOf(kind, locale)
      const task = begin(this, side === 'both')
      const finish = (data: Partial<typeof this.data>, event: string, detail?: object) => {
        if (!isCurrent(this, task)) return
        over(this)
        this.setData(data)
        this.triggerEvent(event, detail)
      }
      try {
        const asked = oneOf(kind.join ? SIDES : ANY_SIDE, side, 'side')
        const recognised = await (asked === 'both' ? this.readBoth(task) : this.read(asked, task))
        const card = this.data.confirm ? await this.review(recognised, task) : recognised
        const look = { headline: texts.done, detail: summaryOf(card), image: card.image.path }
        finish({ state: 'done', ...look, value: card.fields }, 'result', resultDetail(card, texts))
      } catch (thrown) {
        task.cancel()
        if (thrown instanceof Cancelled) return finish(this.idle(), 'cancel')
        const detail = errorDetail(toOcrError(thrown), texts)
        const look = {
          headline: detail.message,
          detail: texts.advice[detail.advice],
          refused: detail.advice === 'open-settings',
        }
        finish({ ...this.idle(), state: 'failed', ...look }, 'error', detail)
      }
    },

    /** One photo of the side asked for. */
    async read(asked: AskedSide, task: Cancellation, photo = task, accepted = asked): Promise<Recognition<Doubted>> {
      const kind = this.kind()
      const { source, mode, maxSize, timeout, side, locale } = this.data
      const texts = textsOf(kind, locale)
      const half = halfOf(this)
      const step = side === 'both' ? ` · ${texts.steps[half ? 'second' : 'first']}` : ''
      const title = forSide(texts.card.titles, asked)
      const look = {
        detail: title + step,
        art: forSide(kind.art, asked),
        half: !!half,
        image: '',
        card: kind.card,
        asked,
        title,
        value: {},
      }
      let isOpen = true
      const onProgress = (stage: Stage, percent: number) => {
        if (!isOpen || !isCurrent(this, task)) return
        const state = stage === 'capture' ? 'capturing' : 'working'
        const begun = stage === 'capture' ? look : { framing: false }
        this.setData({ state, stage, percent, headline: texts.stages[stage], ...begun })
        this.triggerEvent('progress', { stage, percent, side: asked })
      }
      try {
        return await recognize({
          card: kind.card,
          read: readerOf(kind, accepted),
          capture: this.captureRequest(oneOf(SOURCES, source, 'source'), texts),
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

    /** Shows what was read as a form, until the person says that it is right. */
    review(recognised: Recognition<Doubted> & Extras, task: Cancellation): Promise<Recognition<Doubted> & Extras> {
      const texts = textsOf(this.kind(), this.data.locale)
      const form = { rows: rowsOf(recognised, texts.card.fields), doubts: doubtsOf(recognised, texts), blank: false }
      const look = { headline: texts.review, detail: texts.reviewHint, image: recognised.image.path }
      const confirmed = new Promise<Recognition<Doubted> & Extras>((confirm) => {
        drafts.set(this, { recognised, fields: { ...recognised.fields }, card: recognised, confirm })
      })
      if (isCurrent(this, task)) this.setData({ state: 'confirming', ...look, ...form })
      return task.race(confirmed).finally(() => drafts.delete(this))
    },

    /** The form's own events. */
    edit({ detail }: WechatMiniprogram.CustomEvent<{ name: string; value: string }>): void {
      const draft = drafts.get(this)
      if (!draft) return
      edit(draft, this.kind(), detail.name, detail.value)
      const { card } = draft
      const doubts = card ? doubtsOf(card, textsOf(this.kind(), this.data.locale)) : {}
      this.setData({ doubts, blank: !card })
    },

    accept(): void {
      const draft = drafts.get(this)
      if (draft && draft.card) draft.confirm(draft.card)
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
