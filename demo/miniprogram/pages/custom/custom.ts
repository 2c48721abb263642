import type { IdCardResultEvent, OcrErrorEvent, OcrProgressEvent } from 'miniprogram-ocr'
import { language } from '../../language'
import { TEXTS } from '../../texts'

Page({
  data: { texts: TEXTS[language()] },

  onProgress({ detail }: OcrProgressEvent) {
    this.setData({ stage: detail.stage })
  },

  onResult({ detail }: IdCardResultEvent<'front'>) {
    this.setData({ stage: '', result: detail, error: null })
  },

  onError({ detail }: OcrErrorEvent) {
    this.setData({ stage: '', result: null, error: detail })
  },
})
