import { Cancelled } from '../cancellation'
import type { Cancellation } from '../cancellation'
import { OcrError } from '../errors'
import { chooseAction } from '../wx/action-sheet'
import type { Area } from '../wx/canvas'
import { hasCamera } from '../wx/device'
import { isCancel, isPlatformFailure, toFailure } from '../wx/failure'
import { removeFile } from '../wx/file'
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
  /** Gives what the person does next in a viewfinder that stays open. Without one the system's camera is used. */
  viewfinder?: () => Promise<Photo | 'album'>
  /** Of the sheet that asks for the source. */
  words: { camera: string; album: string }
}

const SOURCE_TYPES: Record<Source, Array<'album' | 'camera'>> = {
  both: ['album', 'camera'],
  camera: ['camera'],
  album: ['album'],
}

/** Consent, then one picture. Rejects with `Cancelled` when the person wants none, else with an OcrError. */
export async function capture(request: CaptureRequest, cancellation: Cancellation): Promise<Photo> {
  const { consent, viewfinder } = request
  try {
    if (!(await cancellation.run(consent))) throw new Cancelled()
    await cancellation.run(requirePrivacyAuthorize)
    const source = await chooseSource(request, cancellation)
    if (viewfinder && source === 'camera') return await fromViewfinder(viewfinder, cancellation)
    return await cancellation.run(() => chooseImage(SOURCE_TYPES[source]))
  } catch (thrown) {
    if (!isPlatformFailure(thrown)) throw thrown
    if (isCancel(toFailure(thrown))) throw new Cancelled()
    throw captureError(thrown)
  }
}

/** The system's chooser asks by itself; where there is no camera nobody has to. */
async function chooseSource(request: CaptureRequest, cancellation: Cancellation): Promise<Source> {
  const { source, viewfinder, words } = request
  if (source === 'album') return source
  if (!hasCamera()) {
    if (source === 'both') return 'album'
    throw new OcrError('unsupported', 'there is no camera on a PC')
  }
  if (source === 'camera' || !viewfinder) return source
  return (await cancellation.run(() => chooseAction([words.camera, words.album]))) === 0 ? 'camera' : 'album'
}

/** Who leaves the album without a picture is back in the viewfinder. Its photos are removed when all is over. */
async function fromViewfinder(viewfinder: () => Promise<Photo | 'album'>, cancellation: Cancellation): Promise<Photo> {
  for (;;) {
    const photo = await cancellation.run(viewfinder)
    if (photo !== 'album') {
      cancellation.onCancel(() => removeFile(photo.path))
      return photo
    }
    const chosen = await cancellation.race(chooseImage(['album']).catch(backFromAlbum))
    if (chosen) return chosen
  }
}

function backFromAlbum(thrown: unknown): undefined {
  if (!isCancel(toFailure(thrown))) throw thrown
}
