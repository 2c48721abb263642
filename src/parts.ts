import type { Card } from './backends/backend'
import type { Cancellation } from './cancellation'
import type { Photo, Source } from './capture/capture'
import type { CardKind } from './card-kind'
import type { Doubted, Extras } from './events'
import type { Recognition } from './recognition'
import type { AskedSide } from './sides'

/** What a viewfinder is asked for. */
export interface Wanted {
  card: Card
  side: AskedSide
  /** What to fit into the window, in words. */
  name: string
  source: Source
  locale: string
}

export type Reading = Recognition<Doubted> & Extras

/** What a part does for the tag that it stands in. */
export interface Part {
  /** `<ocr-viewfinder>`: a photo from its camera, or from the album; rejects as the system's chooser does. */
  photograph?(wanted: Wanted, cancellation: Cancellation): Promise<Photo>
  /** `<ocr-confirm>`: shows what was read until the person says that it is right, and tells what to say meanwhile. */
  review?(reading: Reading, kind: CardKind, locale: string, task: Cancellation): Review
  isGone?: boolean
}

export interface Review {
  headline: string
  detail: string
  confirmed: Promise<Reading>
}

/** What stands in each tag. */
const parts = new WeakMap<object, Part[]>()

export const addPart = (tag: object, part: Part) => void parts.set(tag, [...(parts.get(tag) || []), part])

/** The part of a tag that can do this. */
export const partFor = <Ability extends keyof Part>(tag: object, ability: Ability) =>
  (parts.get(tag) || []).find((part): part is Required<Pick<Part, Ability>> => !part.isGone && !!part[ability])
