/**
 * `wx.authorize` for `scope.camera`: WeChat's dialog the first time, from then on at once what the person has decided.
 * Rejects with the platform's failure.
 */
export function authorizeCamera(): Promise<void> {
  return new Promise((resolve, reject) => {
    wx.authorize({ scope: 'scope.camera', success: () => resolve(), fail: reject })
  })
}

/**
 * Where the camera is allowed again: the phone's settings when WeChat itself has no camera (2.25.3), else the
 * mini-program's. WeChat opens them from a tap alone. Resolves when the person is back, or nothing could be opened.
 */
export function openSettings(): Promise<void> {
  return new Promise((resolve) => {
    const complete = () => resolve()
    const isOfPhone = wx.getAppAuthorizeSetting && wx.getAppAuthorizeSetting().cameraAuthorized === 'denied'
    if (isOfPhone && wx.openAppAuthorizeSetting) wx.openAppAuthorizeSetting({ complete })
    else wx.openSetting({ complete })
  })
}
