import { Cancellation } from './cancellation'
import type { Doubted } from './events'
import type { Recognition } from './recognition'
import type { OneSide } from './sides'

/** With `both`: the side that is read already. It is kept until the other is, too, however many starts that takes. */
export interface Half {
  side: OneSide
  reading: Recognition<Doubted>
  photo: Cancellation
}

interface Life {
  /** Under way, or kept for the picture that the tag shows. Cancelling it removes temporary files. */
  task?: Cancellation
  isBusy?: boolean
  half?: Half
}

/** Of the tags that are in a page. */
const lives = new WeakMap<object, Life>()

const lifeOf = (tag: object): Life => lives.get(tag) || {}

export const attach = (tag: object) => void lives.set(tag, {})

export function detach(tag: object): void {
  end(tag)
  lives.delete(tag)
}

export const isAttached = (tag: object): boolean => lives.has(tag)

/** A new task in the place of the last. */
export function begin(tag: object, keepsHalf: boolean): Cancellation {
  const life = lifeOf(tag)
  const half = keepsHalf ? life.half : undefined
  if (half) life.half = undefined
  end(tag)
  const task = new Cancellation()
  lives.set(tag, { task, isBusy: true, half })
  return task
}

/** From here on nothing more is heard of the tag's task. */
export function end(tag: object): void {
  const { task, half } = lifeOf(tag)
  if (isAttached(tag)) attach(tag)
  if (task) task.cancel()
  if (half) half.photo.cancel()
}

/** The task has come to its end, and is kept for the picture that the tag shows. */
export const over = (tag: object) => void (lifeOf(tag).isBusy = false)

export const isBusy = (tag: object): boolean => !!lifeOf(tag).isBusy

export const isCurrent = (tag: object, task: Cancellation): boolean => isBusy(tag) && lifeOf(tag).task === task

/** A photo ends with its task, unless it is a first side that is kept. */
export function photoOf(tag: object, task: Cancellation): Cancellation {
  const photo = new Cancellation()
  task.onCancel((reason) => {
    const half = halfOf(tag)
    if (!half || half.photo !== photo) photo.cancel(reason)
  })
  return photo
}

export const halfOf = (tag: object): Half | undefined => lifeOf(tag).half

export const keepHalf = (tag: object, half: Half) => void (lifeOf(tag).half = half)

/** The other side is read: from here on the first one's photo ends with the task, too. */
export function joinHalf(tag: object, { photo }: Half, task: Cancellation): void {
  lifeOf(tag).half = undefined
  task.onCancel(() => photo.cancel())
}
