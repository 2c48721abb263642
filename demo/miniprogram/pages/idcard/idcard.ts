import type { IdCardResult, IdCardResultEvent, OcrErrorDetail, OcrErrorEvent, Side } from 'miniprogram-ocr'
import { language } from '../../language'
import { TEXTS } from '../../texts'

type SideTap = WechatMiniprogram.TouchEvent<object, object, { side: Side }>

Page({
  data: {
    side: 'any',
    sides: TEXTS[language()].sides,
    result: null as IdCardResult | null,
    error: null as OcrErrorDetail | null,
  },

  onSide({ currentTarget }: SideTap) {
    this.setData({ side: currentTarget.dataset.side, result: null, error: null })
    this.selectComponent('#idcard').reset()
  },

  onResult({ detail }: IdCardResultEvent) {
    this.setData({ result: detail, error: null })
  },

  onError({ detail }: OcrErrorEvent) {
    this.setData({ result: null, error: detail })
  },

  onCancel() {
    this.setData({ result: null, error: null })
  },
})
