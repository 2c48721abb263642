/** Thrown where a recognition ends because somebody wanted it to: never an error. */
export class Cancelled extends Error {
  constructor() {
    super()
    this.name = 'Cancelled'
  }
}

/**
 * What AbortController is elsewhere; a mini-program has none. It is cancelled once, with the reason that everything
 * waiting on it is rejected with: a `Cancelled`, or the error of a time-out.
 */
export class Cancellation {
  private reason: Error | undefined
  private listeners: Array<(reason: Error) => void> = []

  cancel(reason: Error = new Cancelled()): void {
    if (this.reason) return
    this.reason = reason
    this.listeners.splice(0).forEach((listener) => call(listener, reason))
  }

  /** Calls back at most once; at once if it is cancelled already. */
  onCancel(listener: (reason: Error) => void): void {
    if (this.reason) call(listener, this.reason)
    else this.listeners.push(listener)
  }

  /** Begins something unless this is cancelled already, and gives its end as `race` does. */
  run<T>(begin: () => Promise<T>): Promise<T> {
    return this.reason ? Promise.reject(this.reason) : this.race(begin())
  }

  /** The promise's own end, or a rejection as soon as this is cancelled. */
  race<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.onCancel(reject)
      promise.then(resolve, reject)
    })
  }
}

/** A listener that fails (an abort of a task that is over, a backend's own) keeps nobody from being told. */
function call(listener: (reason: Error) => void, reason: Error): void {
  try {
    listener(reason)
  } catch {
    // Nothing is left to be done about it.
  }
}
