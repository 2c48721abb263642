/** What a page writes, in a project that has the package installed and no `paths`: right uses compile, wrong ones don't. */
import type {
  BankCardResultEvent,
  IdCardResultEvent,
  OcrBeforeCaptureEvent,
  OcrErrorEvent,
  OcrProgressEvent,
  PhotoEvent,
  VehicleResultEvent,
} from 'miniprogram-ocr'
import { configure, http } from 'miniprogram-ocr'
import { en } from 'miniprogram-ocr/en'

configure({ backend: http({ url: 'https://ocr.example' }), locale: 'en', languages: { en } })
// @ts-expect-error a backend is made by a factory
configure({ backend: 'https://ocr.example' })
configure({
  texts: {
    redo: 'Once more',
    errors: { network: 'No signal' },
    viewfinder: { guide: { still: 'Keep still' } },
    idcard: { titles: { front: 'Your card' } },
  },
})
// @ts-expect-error there is no such text
configure({ texts: { retry: 'Once more' } })
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
    if (detail.side === 'both') return detail.fields.name + detail.fields.validDate
    return detail.fields.validDate
  },

  onBoth({ detail }: IdCardResultEvent<'both'>) {
    const [first, second] = detail.images
    const birth: string | null = detail.values.birth
    const corrected: Array<'name' | 'validDate'> = []
    for (const field of detail.edited) if (field === 'name' || field === 'validDate') corrected.push(field)
    // @ts-expect-error there is no such field
    if (detail.edited.includes('number')) return
    return [detail.fields.name, detail.fields.validDate, detail.values.to, birth, first, second]
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

  onBankCard({ detail }: BankCardResultEvent) {
    const grouped: string = detail.values.grouped
    // @ts-expect-error a bank card has one side
    if (detail.side === 'front') return
    // @ts-expect-error there is no such field
    return [grouped, detail.fields.number, detail.fields.bank]
  },

  onVehicle({ detail }: VehicleResultEvent) {
    const seats: number | null = detail.values.seats
    const doubted = detail.checks.filter(({ field }) => field === 'plateNumB')
    // @ts-expect-error the field is spelled as the cloud call spells it
    return [seats, doubted, detail.fields.plateNum, detail.fields.plate_num]
  },

  onError({ detail }: OcrErrorEvent) {
    if (detail.kind === 'permission') return detail.advice === 'open-settings'
    // @ts-expect-error a kind that does not exist
    return detail.kind === 'cancel'
  },

  onProgress({ detail }: OcrProgressEvent) {
    const percent: number = detail.percent
    // @ts-expect-error one side is asked for at a time
    if (detail.side === 'both') return 0
    return detail.stage === 'upload' ? percent : 0
  },
})
