import { Cancelled } from '../cancellation'
import type { Cancellation } from '../cancellation'
import type { Area } from '../wx/canvas'
import type { ChosenImage } from '../wx/media'
import { chooseImage } from '../wx/media'
import { isCancel, isPlatformFailure, toFailure } from '../wx/failure'
import { requirePrivacyAuthorize } from '../wx/privacy'
import { captureError } from './capture-error'

/** Where a photo may come from; `both` lets the person choose. */
export type Source = 'both' | 'camera' | 'album'

/** A picture of a card, as the person took or chose it. */
export interface Photo extends ChosenImage {
  /** Where the card is, when a viewfinder knows: only this part is sent. */
  frame?: Area
}

const SOURCE_TYPES: Record<Source, Array<'album' | 'camera'>> = {
  both: ['album', 'camera'],
  camera: ['camera'],
  album: ['album'],
}

/** Consent, then one picture. Rejects with `Cancelled` when the person closes the chooser, else with an OcrError. */
export async function capture(source: Source, cancellation: Cancellation): Promise<Photo> {
  try {
    await cancellation.race(requirePrivacyAuthorize())
    return await cancellation.race(chooseImage(SOURCE_TYPES[source]))
  } catch (thrown) {
    if (!isPlatformFailure(thrown)) throw thrown
    if (isCancel(toFailure(thrown))) throw new Cancelled()
    throw captureError(thrown)
  }
}
