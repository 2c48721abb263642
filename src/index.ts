export type { Backend, BackendRequest, Card, Mode } from './backends/backend'
export { cloud } from './backends/cloud'
export type { CloudOptions } from './backends/cloud'
export { container } from './backends/container'
export type { ContainerOptions } from './backends/container'
export { custom } from './backends/custom'
export type { CustomRequest, OcrAbortSignal } from './backends/custom'
export { fallback } from './backends/fallback'
export { http } from './backends/http'
export type { HttpOptions } from './backends/http'
export { mock } from './backends/mock'
export type { CardPath } from './backends/path'
export { serviceMarket } from './backends/service-market'
export type { Photo, Source } from './capture/capture'
export type { CardName, CardResult, Masked } from './cards'
export type { BankCard, BankCardBrand, BankCardOptions } from './cards/bankcard'
export type { BusinessLicense } from './cards/business-license'
export type { Check, CheckCode } from './cards/check'
export type { IdCardBoth } from './cards/idcard-sides'
export type { DriverLicense } from './cards/driver-license'
export type { DocumentKind, Sex } from './cards/id-number'
export type { IdCard, IdCardBack, IdCardFront } from './cards/idcard'
export type { Plate, PlateKind } from './cards/plate'
export type { PrintedText } from './cards/printed-text'
export type { Vehicle } from './cards/vehicle'
export type { SentImage } from './compress/compress'
export { configure } from './config'
export type { Config } from './config'
export { OcrError } from './errors'
export type { Advice, ErrorKind } from './errors'
export type {
  BankCardResult,
  BankCardResultEvent,
  IdCardResult,
  IdCardResultEvent,
  OcrBeforeCapture,
  OcrBeforeCaptureEvent,
  OcrErrorDetail,
  OcrErrorEvent,
  OcrProgress,
  OcrProgressEvent,
  PhotoEvent,
  VehicleResult,
  VehicleResultEvent,
} from './events'
export type { Stage } from './recognition'
export type { Side } from './sides'
export type { Language, Locale, TextChanges } from './texts'
