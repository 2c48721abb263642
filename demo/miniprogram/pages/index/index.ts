import { language } from '../../language'
import { TEXTS } from './texts'

Page({
  data: { texts: TEXTS[language()] },

  openIdCard() {
    wx.navigateTo({ url: '/pages/idcard/idcard' })
  },

  openViewfinder() {
    wx.navigateTo({ url: '/pages/viewfinder/viewfinder' })
  },
})
