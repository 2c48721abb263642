import type { Card, Mode } from './backends/backend'
import { Cancellation, Cancelled } from './cancellation'
import type { Source } from './capture/capture'
import { currentConfig } from './config'
import { OcrError } from './errors'
import type { Doubted } from './events'
import { errorDetail, resultDetail } from './events'
import type { Reader, Stage } from './recognition'
import { recognize } from './recognition'
import { textsFor } from './texts'
import { viewfinderTag } from './viewfinder-tag'

const SOURCES: Source[] = ['both', 'camera', 'album']
const MODES: Mode[] = ['photo', 'scan']

/** WeChat refuses pictures of 2 MB and more. */
const MAX_SIZE = 2 * 1024 * 1024
const TIMEOUT_MS = 30_000

/** What each tag has under way, or keeps for the picture that it shows. Cancelling it removes temporary files. */
const tasks = new WeakMap<object, Cancellation>()

/** The tags whose recognition has not ended yet, and those that are in a page. */
const busy = new WeakSet<object>()
const attached = new WeakSet<object>()

function begin(tag: object): Cancellation {
  end(tag)
  const task = new Cancellation()
  tasks.set(tag, task)
  busy.add(tag)
  return task
}

/** From here on nothing more is heard of the tag's task. */
function end(tag: object): void {
  const task = tasks.get(tag)
  tasks.delete(tag)
  busy.delete(tag)
  task?.cancel()
}

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

/** What every tag does; a tag adds which card, and which of its sides. */
export const cardTag = Behavior({
  behaviors: [viewfinderTag],

  properties: {
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
  },

  data: {
    /** `idle`, `capturing`, `working`, `done` or `failed`. */
    state: 'idle',
    stage: '',
    percent: 0,
    message: '',
    advice: '',
    image: '',
  },

  lifetimes: {
    attached() {
      attached.add(this)
    },
    detached() {
      attached.delete(this)
      end(this)
    },
  },

  methods: {
    /**
     * One recognition from the photo to `result`, `error` or `cancel`; ignored while another is under way, and
     * in a tag that is not in a page.
     * @param chooseReader may refuse the tag's own properties with an OcrError
     */
    async run(card: Card, chooseReader: () => Reader<Doubted>): Promise<void> {
      const { disabled, locale } = this.data
      if (disabled || busy.has(this) || !attached.has(this)) return
      const config = currentConfig()
      const texts = textsFor(locale || config.locale)
      const task = begin(this)
      const isCurrent = () => busy.has(this) && tasks.get(this) === task
      const finish = (data: Partial<typeof this.data>, event: string, detail?: object) => {
        if (!isCurrent()) return
        busy.delete(this)
        this.setData({ ...data, framing: false })
        this.triggerEvent(event, detail)
      }
      const onProgress = (stage: Stage, percent: number) => {
        if (!isCurrent()) return
        this.setData({ state: stage === 'capture' ? 'capturing' : 'working', stage, percent, framing: false })
        this.triggerEvent('progress', { stage, percent })
      }
      try {
        const recognition = await recognize({
          card,
          read: chooseReader(),
          capture: this.captureRequest(oneOf(SOURCES, this.data.source, 'source'), texts),
          mode: oneOf(MODES, this.data.mode, 'mode'),
          maxSize: this.data.maxSize,
          timeout: this.data.timeout,
          backend: config.backend,
          cancellation: task,
          onProgress,
        })
        finish({ state: 'done', image: recognition.image.path }, 'result', resultDetail(recognition, texts))
      } catch (thrown) {
        task.cancel()
        if (thrown instanceof Cancelled) return finish({ state: 'idle' }, 'cancel')
        const detail = errorDetail(toOcrError(thrown), texts)
        finish({ state: 'failed', message: detail.message, advice: texts.advice[detail.advice] }, 'error', detail)
      }
    },

    /** Stops what is under way, with a `cancel` event; without anything under way it does nothing. */
    cancel(): void {
      if (!busy.has(this)) return
      this.reset()
      this.triggerEvent('cancel')
    },

    /** Back to the beginning, without an event. */
    reset(): void {
      end(this)
      if (attached.has(this)) this.setData({ state: 'idle', image: '', framing: false })
    },
  },
})
