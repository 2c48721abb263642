import type { Card, OcrErrorEvent, PhotoEvent } from 'miniprogram-ocr'
import { language } from '../../language'
import { TEXTS } from './texts'

type CardTap = WechatMiniprogram.TouchEvent<object, object, { card: Card }>

Page({
  data: {
    texts: TEXTS[language()],
    card: 'idcard' as Card,
    isOpen: false,
    path: '',
    /** What was cut out, in words. */
    part: '',
    message: '',
  },

  onLoad() {
    wx.setNavigationBarTitle({ title: this.data.texts.title })
  },

  onCard({ currentTarget }: CardTap) {
    this.setData({ card: currentTarget.dataset.card })
  },

  open() {
    this.setData({ isOpen: true, path: '', message: '' })
  },

  close() {
    this.setData({ isOpen: false })
  },

  onPhoto({ detail: { path, frame } }: PhotoEvent) {
    const part = frame ? `${frame.width} × ${frame.height} px, (${frame.x}, ${frame.y})` : '—'
    this.setData({ isOpen: false, path, part })
  },

  onError({ detail }: OcrErrorEvent) {
    this.setData({ isOpen: false, message: detail.message })
  },
})
