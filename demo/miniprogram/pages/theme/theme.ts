import type { BankCardResultEvent, OcrErrorEvent } from 'miniprogram-ocr'

Page({
  onResult({ detail }: BankCardResultEvent) {
    this.setData({ number: detail.values.grouped, result: detail, error: null })
  },

  onError({ detail }: OcrErrorEvent) {
    this.setData({ result: null, error: detail })
  },
})
