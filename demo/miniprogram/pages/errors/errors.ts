import { configure, OcrError } from 'miniprogram-ocr'
import type { ErrorKind, OcrErrorEvent } from 'miniprogram-ocr'
import { backend } from '../../backend'

const KINDS: ErrorKind[] = [
  'not-found',
  'wrong-side',
  'image',
  'network',
  'timeout',
  'rate',
  'quota',
  'service',
  'auth',
]

type KindTap = WechatMiniprogram.TouchEvent<object, object, { kind: ErrorKind }>

Page({
  data: { kinds: KINDS, kind: KINDS[0] },

  /** Whatever photo is taken: the recogniser answers with the error that was chosen. */
  onLoad() {
    configure({
      backend: async () => {
        throw new OcrError(this.data.kind, 'on purpose')
      },
    })
  },

  onUnload: () => configure({ backend }),

  onKind({ currentTarget }: KindTap) {
    this.setData({ kind: currentTarget.dataset.kind })
  },

  onError({ detail }: OcrErrorEvent) {
    this.setData({ error: detail })
  },
})
