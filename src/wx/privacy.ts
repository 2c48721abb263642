/**
 * `wx.requirePrivacyAuthorize` (2.32.3): resolves when the person has agreed to the mini-program's privacy terms; WeChat
 * shows its own dialog, or the page's where it has registered one. Resolves at once on base libraries without it.
 */
export function requirePrivacyAuthorize(): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!wx.requirePrivacyAuthorize) return resolve()
    wx.requirePrivacyAuthorize({ success: () => resolve(), fail: reject })
  })
}
