import type { FakePhone } from './fake-phone'

/** How a phone, or the person who holds it, departs from the usual; each has been seen. */
export interface Quirks {
  /** 企业微信 on iOS: there is `chooseImage` alone. */
  chooseMediaMissing?: boolean
  /** The person leaves the chooser without a photo. */
  chooserCancelled?: boolean
  /** WeChat's privacy terms were not agreed to: errno 104. */
  privacyRefused?: boolean
  /** The mini-program's console does not declare the API: errno 112. */
  privacyUndeclared?: boolean
  /** The camera was refused before: no dialog comes again. */
  cameraRefused?: boolean
  /** A PC: an album, no camera. */
  cameraMissing?: boolean
  /** `compressImage` gives the same bytes in a new file, whatever it is asked. */
  compressImageDoesNothing?: boolean
  /** `compressImage` calls `fail`. */
  compressImageFails?: boolean
  /** The connection breaks in the middle of every upload. */
  connectionLost?: boolean
}

const EFFECTS: Record<keyof Quirks, (phone: FakePhone) => void> = {
  chooseMediaMissing({ wx }) {
    wx.chooseImage = wx.chooseMedia
    delete wx.chooseMedia
  },
  chooserCancelled: (phone) => phone.refusesChooser('chooseMedia:fail cancel'),
  privacyRefused: (phone) => refusePrivacy(phone, 104, 'privacy permission is not authorized'),
  privacyUndeclared: (phone) => refusePrivacy(phone, 112, 'api scope is not declared in the privacy agreement'),
  cameraRefused: ({ camera }) => void (camera.allowed = false),
  cameraMissing: ({ wx }) => void (wx.getDeviceInfo = () => ({ platform: 'windows' })),
  compressImageDoesNothing: (phone) => void (phone.compresses = (file) => ({ ...file })),
  compressImageFails: (phone) => void (phone.compresses = () => undefined),
  connectionLost: (phone) => phone.dropsConnection(),
}

function refusePrivacy({ wx }: FakePhone, errno: number, words: string): void {
  wx.requirePrivacyAuthorize = ({ fail }: { fail?: (failure: object) => void }) =>
    void Promise.resolve().then(() => fail?.({ errMsg: `requirePrivacyAuthorize:fail ${words}`, errno }))
}

export function applyQuirks(phone: FakePhone, quirks: Quirks): void {
  for (const name of Object.keys(EFFECTS) as Array<keyof Quirks>) if (quirks[name]) EFFECTS[name](phone)
}
