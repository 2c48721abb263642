import type { Callbacks } from './fake-phone'

const later = (run: () => void) => void Promise.resolve().then(run)

function tell({ success, fail }: Callbacks, allowed: boolean): void {
  if (allowed) success?.({})
  else fail?.({ errMsg: 'authorize:fail auth deny' })
}

/**
 * The camera of a fake phone, its permission, and the sheet that asks where a photo comes from, as contract.md's section 6
 * says: WeChat's dialog opens once, from then on it answers at once; settings open on demand and tell when they are left.
 * @param shoot gives the path of a new photo
 */
export function fakeCamera(shoot: () => string) {
  /** WeChat's dialog, while it is open. */
  let dialog: Callbacks | undefined
  let settings: { complete?: () => void } | undefined

  const camera = {
    /** What the person has decided; undefined as long as WeChat would ask. */
    allowed: true as boolean | undefined,
    /** The item of the sheet that is tapped, or how it ends. */
    sheet: 1 as number | 'cancel' | 'open',
    sheets: [] as string[][],
    /** How often WeChat's dialog was opened; two at once are an error. */
    dialogs: 0,
    shots: 0,
    /** What is unusual about its photos. */
    shot: {} as { width?: number; height?: number; orientation?: string },
    /** What `authorize` fails with, whatever the person decided. */
    failure: undefined as { errMsg: string; errno?: number } | undefined,
    shotFailure: undefined as { errMsg: string } | undefined,
    isAsking: () => dialog !== undefined,
    isInSettings: () => settings !== undefined,

    /** The person's answer to the dialog. */
    answer(allow: boolean) {
      const callbacks = dialog
      dialog = undefined
      camera.allowed = allow
      if (callbacks) tell(callbacks, allow)
    },

    /** Settings are left, with the switch as it is given. */
    leaveSettings(allow: boolean) {
      const { complete } = settings ?? {}
      settings = undefined
      camera.allowed = allow
      complete?.()
    },

    wx: {
      getDeviceInfo: () => ({ platform: 'android' }),
      getWindowInfo: () => ({ windowWidth: 390, windowHeight: 756 }),
      authorize(callbacks: Callbacks) {
        if (camera.failure) return later(() => camera.failure && callbacks.fail?.(camera.failure))
        const { allowed } = camera
        if (allowed !== undefined) return later(() => tell(callbacks, allowed))
        if (dialog) throw new Error('two dialogs at once')
        camera.dialogs++
        dialog = callbacks
      },
      openSetting(callbacks: { complete?: () => void }) {
        settings = callbacks
      },
      showActionSheet({ itemList, success, fail }: Callbacks & { itemList: string[] }) {
        camera.sheets.push(itemList)
        const { sheet } = camera
        if (sheet === 'cancel') later(() => fail?.({ errMsg: 'showActionSheet:fail cancel' }))
        if (typeof sheet === 'number') later(() => success?.({ tapIndex: sheet }))
      },
      createCameraContext: () => ({
        takePhoto({ success, fail }: Callbacks) {
          const failure = camera.shotFailure
          later(() => (failure ? fail?.(failure) : success?.({ tempImagePath: shoot() })))
        },
      }),
    },
  }
  return camera
}
