/** What this package asks of `wx`: some of it is missing on some phones, so asking for it is no mistake. */
export const KNOWN_APIS = [
  'authorize',
  'canvasToTempFilePath',
  'chooseImage',
  'chooseMedia',
  'cloud',
  'compressImage',
  'createCameraContext',
  'createOffscreenCanvas',
  'createVKSession',
  'getAppAuthorizeSetting',
  'getDeviceInfo',
  'getFileSystemManager',
  'getImageInfo',
  'getSystemInfoSync',
  'getWindowInfo',
  'openAppAuthorizeSetting',
  'openSetting',
  'requirePrivacyAuthorize',
  'serviceMarket',
  'showActionSheet',
  'uploadFile',
]

/** What a test runner and JavaScript itself look for in any object. */
const ASKED_BY_OTHERS = ['then', 'toJSON', 'asymmetricMatch', 'nodeType', 'tagName', '$$typeof', 'constructor']

/** A `wx` that says so when somebody asks for what nobody gave it, instead of being quietly undefined. */
export function strict(wx: Record<string, unknown>): Record<string, unknown> {
  return new Proxy(wx, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name)
      if (KNOWN_APIS.includes(name) || ASKED_BY_OTHERS.includes(name)) return undefined
      throw new Error(`wx.${name} is not part of the fake phone: give it one, phone.wx.${name} = …`)
    },
  })
}
