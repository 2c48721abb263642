import type { Cancellation } from './cancellation'
import type { CaptureRequest } from './capture/capture'
import type { Wanted } from './parts'
import { partFor } from './parts'

type Tag = Pick<WechatMiniprogram.Component.TrivialInstance, 'triggerEvent'>

/** Where a tag's photo comes from: the page is asked first, and a viewfinder in the tag is its camera. */
export function captureFor(tag: Tag, wanted: Wanted, photo: Cancellation): CaptureRequest {
  const part = partFor(tag, 'photograph')
  return {
    source: wanted.source,
    consent: () => askPage(tag),
    viewfinder: part && (() => part.photograph(wanted, photo)),
  }
}

/** True, unless the page is waiting for a consent that is not given. */
function askPage(tag: Tag): Promise<boolean> {
  const answers: Array<Promise<boolean>> = []
  tag.triggerEvent('beforecapture', { wait: (consent: Promise<boolean>) => void answers.push(consent) })
  return Promise.all(answers).then(
    (given) => !given.includes(false),
    () => false,
  )
}
