import { language } from '../../language'
import { TEXTS } from '../../texts'

type Submit = WechatMiniprogram.FormSubmit<{ idcard: Record<string, string>; phone: string }>

Page({
  data: { texts: TEXTS[language()] },

  onSubmit({ detail }: Submit) {
    const { idcard, phone } = detail.value
    const { name = '', id = '' } = idcard
    this.setData({ submitted: `${name} ${id} ${phone}` })
  },
})
