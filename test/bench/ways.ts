import { Cancellation } from '../../src/cancellation'
import { compress } from '../../src/compress/compress'
import type { Phone } from '../platform/phone'

/** A way to a smaller picture: the path of a file on the phone in, of what is to be sent out. */
export type Way = (phone: Phone, path: string, limit: number) => Promise<string>

export const thisPackage: Way = async (phone, path, limit) => {
  Object.assign(globalThis, { wx: phone.wx })
  return (await compress({ path, size: 0 }, limit, new Cancellation())).path
}

/** What uploaders do. */
export const USUAL_WAYS: Record<string, Way> = {
  'quality 80, once': (phone, path) => compressAt(phone, path, 80),
  'ladder of qualities': async (phone, path, limit) => {
    for (let quality = 90, smaller = path; ; quality -= 10) {
      if (phone.read(smaller).length < limit || quality === 0) return smaller
      smaller = await compressAt(phone, path, quality)
    }
  },
}

/** One bare encoding. */
export function compressAt(phone: Phone, src: string, quality: number): Promise<string> {
  return new Promise((resolve, reject) => {
    phone.wx.compressImage({
      src,
      quality,
      success: ({ tempFilePath }) => resolve(tempFilePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
}
