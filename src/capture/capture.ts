import { Cancelled } from '../cancellation'
import type { Cancellation } from '../cancellation'
import { OcrError } from '../errors'
import type { Area } from '../wx/canvas'
import { hasCamera } from '../wx/device'
import { isCancel, isPlatformFailure, toFailure } from '../wx/failure'
import type { ChosenImage } from '../wx/media'
import { chooseImage } from '../wx/media'
import { requirePrivacyAuthorize } from '../wx/privacy'
import { captureError } from './capture-error'

/** Where a photo may come from; `both` lets the person choose. */
export type Source = 'both' | 'camera' | 'album'

/** A picture of a card, as the person took or chose it. */
export interface Photo extends ChosenImage {
  /** Where the card is, when a viewfinder knows: only this part is sent. */
  frame?: Area
}

export interface CaptureRequest {
  source: Source
  /** The page's own consent, asked before anything private is touched. */
  consent: () => Promise<boolean>
  /** A photo by the package's own camera, or from the album with `both`; without it the system's are used. */
  viewfinder?: () => Promise<Photo>
}

/** Consent, then one picture. Rejects with `Cancelled` when the person wants none, else with an OcrError. */
export async function capture(request: CaptureRequest, cancellation: Cancellation): Promise<Photo> {
  const { consent, viewfinder } = request
  try {
    if (!(await cancellation.run(consent))) throw new Cancelled()
    await cancellation.run(requirePrivacyAuthorize)
    const source = sourceHere(request.source)
    if (source === 'camera' && !hasCamera()) throw new OcrError('unsupported', 'there is no camera on a PC')
    const choose = source !== 'album' && viewfinder
    return await cancellation.run(choose || (() => chooseImage(source === 'both' ? ['album', 'camera'] : [source])))
  } catch (thrown) {
    if (!isPlatformFailure(thrown)) throw thrown
    if (isCancel(toFailure(thrown))) throw new Cancelled()
    throw captureError(thrown)
  }
}

/** Where there is no camera nobody has to choose. */
export const sourceHere = <Asked extends string>(source: Asked) =>
  source === 'both' && !hasCamera() ? 'album' : source
