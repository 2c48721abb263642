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

/** What each tag has under way, or keeps for the picture that it shows. Cancelling it removes temporary files. */
const tasks = new WeakMap<object, Cancellation>()
const halves = new WeakMap<object, Half>()

/** The tags whose recognition has not ended yet, and those that are in a page. */
const busy = new WeakSet<object>()
const attached = new WeakSet<object>()

export const attach = (tag: object) => void attached.add(tag)

export function detach(tag: object): void {
  attached.delete(tag)
  end(tag)
}

export const isAttached = (tag: object): boolean => attached.has(tag)

/** A new task in the place of the last. */
export function begin(tag: object, keepsHalf: boolean): Cancellation {
  const half = keepsHalf && halves.get(tag)
  if (half) halves.delete(tag)
  end(tag)
  if (half) halves.set(tag, half)
  const task = new Cancellation()
  tasks.set(tag, task)
  busy.add(tag)
  return task
}

/** From here on nothing more is heard of the tag's task. */
export function end(tag: object): void {
  const [task, half] = [tasks.get(tag), halves.get(tag)]
  tasks.delete(tag)
  halves.delete(tag)
  busy.delete(tag)
  task?.cancel()
  half?.photo.cancel()
}

/** The task has come to its end, and is kept for the picture that the tag shows. */
export const over = (tag: object) => void busy.delete(tag)

export const isBusy = (tag: object): boolean => busy.has(tag)

export const isCurrent = (tag: object, task: Cancellation): boolean => busy.has(tag) && tasks.get(tag) === task

/** A photo ends with its task, unless it is a first side that is kept. */
export function photoOf(tag: object, task: Cancellation): Cancellation {
  const photo = new Cancellation()
  task.onCancel((reason) => halves.get(tag)?.photo !== photo && photo.cancel(reason))
  return photo
}

export const halfOf = (tag: object): Half | undefined => halves.get(tag)

export const keepHalf = (tag: object, half: Half) => void halves.set(tag, half)

/** The other side is read: from here on the first one's photo ends with the task, too. */
export function joinHalf(tag: object, { photo }: Half, task: Cancellation): void {
  halves.delete(tag)
  task.onCancel(() => photo.cancel())
}
