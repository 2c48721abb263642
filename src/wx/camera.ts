/** Photographs what the page's one `<camera>` sees: a temporary JPEG, on iOS a PNG. */
export function takePhoto(): Promise<string> {
  return new Promise((resolve, reject) => {
    wx.createCameraContext().takePhoto({
      quality: 'high',
      success: ({ tempImagePath }) => resolve(tempImagePath),
      fail: reject,
    })
  })
}
