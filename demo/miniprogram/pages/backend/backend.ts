import { configure, custom, OcrError } from 'miniprogram-ocr'
import type { IdCardResultEvent, OcrErrorEvent } from 'miniprogram-ocr'
import { backend as common } from '../../backend'
import { SERVER } from '../../server-address'

/** Any function from a picture to a reply in WeChat's shape. */
const mine = custom(
  (photo, { card, signal }) =>
    new Promise((resolve, reject) => {
      const task = wx.uploadFile({
        url: `${SERVER}/cv/ocr/${card}`,
        filePath: photo.path,
        name: 'img',
        success: ({ data }) => resolve(data),
        fail: () => reject(new OcrError('network', 'upload failed')),
      })
      signal.addEventListener('abort', () => task.abort())
    }),
)

Page({
  onLoad: () => configure({ backend: mine }),
  onUnload: () => configure({ backend: common }),

  onResult({ detail }: IdCardResultEvent<'front'>) {
    this.setData({ result: detail, error: null })
  },

  onError({ detail }: OcrErrorEvent) {
    this.setData({ result: null, error: detail })
  },
})
