import { configure } from 'miniprogram-ocr'
import type { Backend, IdCardResultEvent, OcrErrorEvent } from 'miniprogram-ocr'
import { backend as common } from '../../backend'
import { SERVER } from '../../server-address'

/** Any function from a picture to a reply in WeChat's shape. */
const mine: Backend = (image, { card, cancellation }) =>
  new Promise((resolve, reject) => {
    const task = wx.uploadFile({
      url: `${SERVER}/cv/ocr/${card}`,
      filePath: image.path,
      name: 'img',
      success: ({ data }) => resolve(JSON.parse(data)),
      fail: reject,
    })
    cancellation.onCancel(() => task.abort())
  })

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
