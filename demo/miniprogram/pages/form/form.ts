import { language } from '../../language'
import { TEXTS } from '../../texts'

type Submit = WechatMiniprogram.FormSubmit<{ idcard: Record<string, string>; phone: string }>

Page({
  data: { texts: TEXTS[language()] },

  onSubmit({ detail }: Submit) {
    const { idcard, phone } = detail.value
    this.setData({ submitted: `${idcard.name} ${idcard.id} ${phone}` })
  },
})
