import type { OcrErrorEvent, VehicleResultEvent } from 'miniprogram-ocr'

Page({
  onResult({ detail }: VehicleResultEvent) {
    this.setData({ plate: detail.fields.plateNum, seats: detail.values.seats, result: detail, error: null })
  },

  onError({ detail }: OcrErrorEvent) {
    this.setData({ result: null, error: detail })
  },
})
