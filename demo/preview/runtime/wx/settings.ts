import { openCamera } from '../ui/camera'
import { openSettingsPage } from '../ui/settings-page'
import { wxApi } from './api'
import type { Parameters } from './api'

/** What the person decided about the camera; the browser has a say of its own, which is the dialog of the first time. */
let mayUseCamera: boolean | undefined

const authSetting = () => (mayUseCamera === undefined ? {} : { 'scope.camera': mayUseCamera })

export const settings = {
  authorize: wxApi('authorize', async ({ scope }: Parameters<WechatMiniprogram.AuthorizeOption>) => {
    if (scope !== 'scope.camera') throw new Error('invalid scope')
    mayUseCamera ??= await askBrowser()
    if (!mayUseCamera) throw new Error('auth deny')
  }),

  getSetting: wxApi('getSetting', () => ({ authSetting: authSetting() })),

  openSetting: wxApi('openSetting', async () => {
    mayUseCamera = await openSettingsPage(mayUseCamera ?? false)
    return { authSetting: authSetting() }
  }),
}

async function askBrowser(): Promise<boolean> {
  try {
    const stream = await openCamera()
    stream.getTracks().forEach((track) => track.stop())
    return true
  } catch (error) {
    // A machine without a camera has refused nothing.
    return error instanceof Error && error.message !== 'auth deny'
  }
}
