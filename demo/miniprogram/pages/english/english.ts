import type { IdCardResultEvent, OcrErrorEvent } from 'miniprogram-ocr'

Page({
  onResult({ detail }: IdCardResultEvent<'front'>) {
    this.setData({ result: detail, error: null })
  },

  onError({ detail }: OcrErrorEvent) {
    this.setData({ result: null, error: detail })
  },
})
