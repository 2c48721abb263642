import { promised } from './promised'

/**
 * `wx.requirePrivacyAuthorize` (2.32.3): resolves when the person has agreed to the mini-program's privacy terms; WeChat
 * shows its own dialog, or the page's where it has registered one. Resolves at once on base libraries without it.
 */
export async function requirePrivacyAuthorize(): Promise<void> {
  if (wx.requirePrivacyAuthorize) await promised((callbacks) => wx.requirePrivacyAuthorize(callbacks))
}
