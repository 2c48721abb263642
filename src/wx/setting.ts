/**
 * Where the camera is allowed again: the phone's settings when WeChat itself has no camera (2.25.3), else the
 * mini-program's. WeChat opens them from a tap alone. Resolves when the person is back, or nothing could be opened.
 */
export function openSettings(): Promise<void> {
  return new Promise((resolve) => {
    const complete = () => resolve()
    const hasPhones = 'openAppAuthorizeSetting' in wx && wx.getAppAuthorizeSetting().cameraAuthorized === 'denied'
    if (hasPhones) wx.openAppAuthorizeSetting({ complete })
    else wx.openSetting({ complete })
  })
}
