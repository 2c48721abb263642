import type { IdCardResultEvent, OcrErrorEvent } from 'miniprogram-ocr'

Page({
  onResult({ detail }: IdCardResultEvent<'front'>) {
    this.setData({ name: detail.fields.name, corrected: detail.edited, result: detail, error: null })
  },

  onError({ detail }: OcrErrorEvent) {
    this.setData({ result: null, error: detail })
  },
})
