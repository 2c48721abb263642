import { language } from '../../language'
import { PAGES, TEXTS } from '../../texts'

type Tap = WechatMiniprogram.TouchEvent<object, object, { name: string }>

Page({
  data: { texts: TEXTS[language()], pages: PAGES.map((page) => ({ name: page.name, ...page[language()] })) },

  open({ currentTarget }: Tap) {
    const { name } = currentTarget.dataset
    wx.navigateTo({ url: `/pages/${name}/${name}` })
  },
})
