import type { IdCardResultEvent, OcrErrorEvent } from 'miniprogram-ocr'

Page({
  onResult({ detail }: IdCardResultEvent<'both'>) {
    const { name, validDate } = detail.fields
    this.setData({ name, validDate, result: detail, error: null })
  },

  onError({ detail }: OcrErrorEvent) {
    this.setData({ result: null, error: detail })
  },
})
