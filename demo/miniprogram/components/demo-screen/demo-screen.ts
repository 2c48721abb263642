import type { BankCardResult, IdCardResult, OcrErrorDetail, VehicleResult } from 'miniprogram-ocr'
import { language } from '../../language'
import { PAGES, TEXTS } from '../../texts'

type Result = IdCardResult | BankCardResult | VehicleResult

/** What every page of the demo has around its tag: the page's title, and below it what the last recognition came to. */
Component({
  properties: {
    /** A name out of `PAGES`. */
    page: { type: String, value: '' },
    result: { type: Object, value: null as Result | null },
    error: { type: Object, value: null as OcrErrorDetail | null },
  },

  data: { texts: TEXTS[language()], intro: '', fields: [] as object[], values: [] as object[], checks: [] as object[] },

  observers: {
    result(result: Result | null) {
      if (!result) return this.setData({ fields: [], values: [], checks: [] })
      const fields = Object.entries(result.fields).filter(([, text]) => text)
      const values = Object.entries(result.values).map(([name, value]) => [name, plain(value)])
      this.setData({ fields, values, checks: result.checks })
    },
  },

  lifetimes: {
    attached() {
      const page = PAGES.find(({ name }) => name === this.data.page)
      if (!page) return
      const { title, intro } = page[language()]
      wx.setNavigationBarTitle({ title })
      this.setData({ intro })
    },
  },
})

/** A value as a developer would see it in a debugger. */
const plain = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
