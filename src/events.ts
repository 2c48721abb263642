import type { Photo } from './capture/capture'
import type { Check } from './cards/check'
import type { BankCard } from './cards/bankcard'
import type { IdCard } from './cards/idcard'
import type { IdCardBoth } from './cards/idcard-sides'
import type { CardName } from './cards'
import type { Vehicle } from './cards/vehicle'
import type { SentImage } from './compress/compress'
import type { Advice, ErrorKind, OcrError } from './errors'
import type { Recognition, Stage } from './recognition'
import type { AskedSide } from './sides'
import type { Texts } from './texts'

/** What a reading becomes for a page; distributes over the sides, so that `side` tells which fields there are. */
type Told<Reading> = Reading extends { fields: infer Fields; checks: Array<infer Doubt extends Check> }
  ? Omit<Reading, 'checks'> & {
      /** Each check with words. */
      checks: Array<Doubt & { message: string }>
      /** The fields that the person changed; empty without `<ocr-confirm>`. */
      edited: Array<keyof Fields>
      /** Every picture that was sent, the front's first; `image` is the first of them. */
      images: SentImage[]
    }
  : never

/** The `detail` of `result`. One side of the card when the tag asks for one: `IdCardResult<'front'>`. */
export type IdCardResult<Side extends IdCardSide = IdCardSide> = Recognition<
  Told<Extract<IdCard | IdCardBoth, { side: Side }>>
>

type IdCardSide = (IdCard | IdCardBoth)['side']

/** The `detail` of `result`. */
export type BankCardResult = Recognition<Told<BankCard>>

/** The `detail` of `result`. */
export type VehicleResult = Recognition<Told<Vehicle>>

/** The `detail` of `error`. */
export interface OcrErrorDetail {
  kind: ErrorKind
  /** The number the platform or the service gave, where there was one. */
  code: number | undefined
  /** For people, in the tag's language. */
  message: string
  advice: Advice
  /** For developers: the platform's or the service's own words; never the text of a reply. */
  cause: string
}

/** The `detail` of `beforecapture`, which comes before anything private is touched. */
export interface OcrBeforeCapture {
  /** The capture waits for this answer: with `false`, or a rejection, it ends as `cancel`. */
  wait(consent: Promise<boolean>): void
}

/** The `detail` of `progress`. */
export interface OcrProgress {
  stage: Stage
  /** 0 to 100 within the stage, as far as the platform tells. */
  percent: number
  /** Which side is asked for now. */
  side: AskedSide
}

export type IdCardResultEvent<Side extends IdCardSide = IdCardSide> = WechatMiniprogram.CustomEvent<IdCardResult<Side>>
export type BankCardResultEvent = WechatMiniprogram.CustomEvent<BankCardResult>
export type VehicleResultEvent = WechatMiniprogram.CustomEvent<VehicleResult>
export type OcrErrorEvent = WechatMiniprogram.CustomEvent<OcrErrorDetail>
/** Of `<ocr-viewfinder>`. */
export type PhotoEvent = WechatMiniprogram.CustomEvent<Photo>
export type OcrBeforeCaptureEvent = WechatMiniprogram.CustomEvent<OcrBeforeCapture>
export type OcrProgressEvent = WechatMiniprogram.CustomEvent<OcrProgress>

/** Whatever a tag reads. */
export interface Doubted {
  card: CardName
  side?: string
  fields: Record<string, string>
  checks: Check[]
  raw: unknown
}

/** What a recognition of two photos, and a correction, add. */
export interface Extras {
  images?: SentImage[]
  edited?: string[]
}

/** A card as an event tells it: each check with words in the tag's language. */
export function resultDetail(card: Recognition<Doubted> & Extras, texts: Texts) {
  const checks = card.checks.map((check) => ({ ...check, message: texts.checks[check.code] }))
  return { edited: [], images: [card.image], ...card, checks }
}

export function errorDetail(error: OcrError, texts: Texts): OcrErrorDetail {
  const { kind, code, advice, message: cause } = error
  const ofPrivacy = kind === 'privacy' && texts.privacy[code || 0]
  return { kind, code, message: ofPrivacy || texts.errors[kind], advice, cause }
}
