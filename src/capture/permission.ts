/** Where the question for the camera stands. The camera is there while it is `granted`, and made anew each time. */
export type Permission = 'unknown' | 'asked' | 'granted' | 'refused' | 'settings'

/** `show` and `hide`: the page; `refuse` is also the camera's own error; `return`: the settings are closed; `close`: for good. */
export type PermissionEvent = 'show' | 'grant' | 'refuse' | 'settings' | 'return' | 'hide' | 'close'

/** An event that is not in its state's row changes nothing. WeChat answers at once, without a dialog, once a person has decided. */
const NEXT: Record<Permission, Partial<Record<PermissionEvent, Permission>>> = {
  unknown: { show: 'asked' },
  asked: { grant: 'granted', refuse: 'refused', hide: 'unknown' },
  granted: { refuse: 'refused', return: 'asked', hide: 'unknown' },
  refused: { settings: 'settings', show: 'asked', return: 'asked', hide: 'unknown' },
  settings: { return: 'asked', show: 'asked', hide: 'unknown' },
}

export interface PermissionEffects {
  /** Whether the camera may be used; rejects where asking is no use. */
  ask(): Promise<boolean>
  /** Resolves when the person is back. */
  openSettings(): Promise<void>
  onChange(permission: Permission): void
  onError(thrown: unknown): void
}

export interface PermissionGate {
  /** From `close` on nothing is said and nothing is asked. */
  happen(event: PermissionEvent): void
}

export function createPermissionGate({ ask, openSettings, onChange, onError }: PermissionEffects): PermissionGate {
  let permission: Permission = 'unknown'
  let isClosed = false
  let answer: Promise<void> | undefined

  /** While WeChat's dialog is open, a return to the page opens no second one. */
  function askOnce(): void {
    answer = answer || ask().then(isGranted, isRefused)
  }

  function isGranted(granted: boolean): void {
    answer = undefined
    happen(granted ? 'grant' : 'refuse')
  }

  function isRefused(thrown: unknown): void {
    answer = undefined
    if (!isClosed) onError(thrown)
  }

  function happen(event: PermissionEvent): void {
    const next = NEXT[permission][event]
    isClosed = isClosed || event === 'close'
    if (isClosed || !next) return
    permission = next
    onChange(permission)
    if (permission === 'asked') askOnce()
    if (permission === 'settings') openSettings().then(() => happen('return'))
  }

  return { happen }
}
