import type { Check, IdCardResultEvent, OcrErrorDetail, OcrErrorEvent, Side } from 'miniprogram-ocr'
import { language } from '../../language'
import { TEXTS } from './texts'

/** What the last recognition came to. */
interface Outcome {
  fields: Array<[name: string, value: string]>
  values: Array<[name: string, value: string | boolean | null]>
  checks: Array<Check & { message: string }>
  error: OcrErrorDetail | null
}

const NOTHING: Outcome = { fields: [], values: [], checks: [], error: null }

type SideTap = WechatMiniprogram.TouchEvent<object, object, { side: Side }>

Page({
  data: { ...NOTHING, side: 'any', texts: TEXTS[language()] },

  onLoad() {
    wx.setNavigationBarTitle({ title: this.data.texts.title })
  },

  onSide({ currentTarget }: SideTap) {
    this.setData({ ...NOTHING, side: currentTarget.dataset.side })
    this.selectComponent('#idcard').reset()
  },

  onResult({ detail }: IdCardResultEvent) {
    const { fields, values, checks } = detail
    const known = Object.entries(fields).filter(([, text]) => text)
    this.setData({ ...NOTHING, fields: known, values: Object.entries(values), checks })
  },

  onError({ detail }: OcrErrorEvent) {
    this.setData({ ...NOTHING, error: detail })
  },

  onCancel() {
    this.setData(NOTHING)
  },
})
