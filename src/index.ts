export type { Backend, BackendRequest, Card, Mode } from './backends/backend'
export { http } from './backends/http'
export type { HttpOptions } from './backends/http'
export type { Source } from './capture/capture'
export type { Check, CheckCode } from './cards/check'
export type { IdCard, IdCardBack, IdCardFront } from './cards/idcard'
export type { SentImage } from './compress/compress'
export { configure } from './config'
export type { Config } from './config'
export { OcrError } from './errors'
export type { Advice, ErrorKind } from './errors'
export type {
  IdCardResult,
  IdCardResultEvent,
  OcrErrorDetail,
  OcrErrorEvent,
  OcrProgress,
  OcrProgressEvent,
} from './events'
export type { Side, Stage } from './recognition'
export type { Locale } from './texts'
