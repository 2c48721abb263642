import type { Size } from './canvas'
import { promised } from './promised'

/** Photographs what the page's one `<camera>` sees: a temporary JPEG, on iOS a PNG. */
export async function takePhoto(): Promise<string> {
  const { tempImagePath } = await promised<{ tempImagePath: string }>((callbacks) =>
    wx.createCameraContext().takePhoto({ quality: 'high', ...callbacks }),
  )
  return tempImagePath
}

/**
 * `wx.authorize` for `scope.camera`: WeChat's dialog the first time, from then on at once what the person has decided.
 * Rejects with the platform's failure.
 */
export async function authorizeCamera(): Promise<void> {
  await promised<object>((callbacks) => wx.authorize({ scope: 'scope.camera', ...callbacks }))
}

/** What a page has of the screen, in its own pixels. */
export function viewSize(): Size {
  const { windowWidth, windowHeight } = wx.getWindowInfo ? wx.getWindowInfo() : wx.getSystemInfoSync()
  return { width: windowWidth, height: windowHeight }
}
