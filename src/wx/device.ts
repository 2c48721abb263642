import type { Size } from './canvas'

/** WeChat on a PC has an album and no camera. `ohos_pc` is HarmonyOS on one. */
const PC = ['windows', 'mac', 'ohos_pc']

/** `wx.getDeviceInfo` came with 2.20.1. */
export function hasCamera(): boolean {
  const { platform } = wx.getDeviceInfo ? wx.getDeviceInfo() : wx.getSystemInfoSync()
  return !PC.includes(platform)
}

/** What a page has of the screen, in its own pixels. */
export function viewSize(): Size {
  const { windowWidth, windowHeight } = wx.getWindowInfo ? wx.getWindowInfo() : wx.getSystemInfoSync()
  return { width: windowWidth, height: windowHeight }
}
