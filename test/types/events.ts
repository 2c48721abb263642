/** What a page writes, checked by `tsc -p test`: right uses compile, wrong ones don't. */
import type { IdCardResultEvent, OcrBeforeCaptureEvent, OcrErrorEvent, OcrProgressEvent, PhotoEvent } from '../../src'
import { configure, http } from '../../src'

configure({ backend: http({ url: 'https://ocr.example' }), locale: 'en' })
// @ts-expect-error a backend is made by a factory
configure({ backend: 'https://ocr.example' })
// @ts-expect-error there is no such language
configure({ locale: 'fr' })
// @ts-expect-error the address is spelled `url`
http({ uri: 'https://ocr.example' })

Page({
  onFront({ detail }: IdCardResultEvent<'front'>) {
    this.setData({ name: detail.fields.name, birth: detail.values.birth, bytes: detail.image.size })
    const words: string[] = detail.checks.map(({ message }) => message)
    // @ts-expect-error the front has no validity
    return [words, detail.fields.validDate]
  },

  onBack({ detail }: IdCardResultEvent<'back'>) {
    const to: string | null = detail.values.to
    // @ts-expect-error a term may have no end
    const end: string = detail.values.to
    return [to, end]
  },

  onEither({ detail }: IdCardResultEvent) {
    // @ts-expect-error which side is it?
    if (detail.fields.name) return
    if (detail.side === 'front') return detail.fields.name
    return detail.fields.validDate
  },

  onError({ detail }: OcrErrorEvent) {
    if (detail.kind === 'permission') return detail.advice === 'open-settings'
    // @ts-expect-error a kind that does not exist
    return detail.kind === 'cancel'
  },

  onBeforeCapture({ detail }: OcrBeforeCaptureEvent) {
    detail.wait(wx.showModal({ content: '' }).then(({ confirm }) => confirm))
    // @ts-expect-error an answer is yes or no
    detail.wait(wx.showModal({ content: '' }))
  },

  onPhoto({ detail }: PhotoEvent) {
    // @ts-expect-error without a size of the photo there is no frame
    return detail.frame.width
  },

  onProgress({ detail }: OcrProgressEvent) {
    const percent: number = detail.percent
    return detail.stage === 'upload' ? percent : 0
  },
})
