/** WeChat on a PC has an album and no camera. `ohos_pc` is HarmonyOS on one. */
const PC = /^(windows|mac|ohos_pc)$/

/** `wx.getDeviceInfo` came with 2.20.1. */
export function hasCamera(): boolean {
  const { platform } = wx.getDeviceInfo ? wx.getDeviceInfo() : wx.getSystemInfoSync()
  return !PC.test(platform)
}
