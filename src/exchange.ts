import type { Backend, BackendRequest } from './backends/backend'
import type { Cancellation } from './cancellation'
import type { SentImage } from './compress/compress'
import { OcrError } from './errors'

const PAUSE_MS = 500

/**
 * Sends a picture and reads the reply. Tries once more where that costs nobody anything: when the connection failed before
 * anything was sent, and after WeChat's -1, "busy, try later". Never after a quota error, which would use up the next one.
 */
export async function exchange<Reading>(
  backend: Backend,
  image: SentImage,
  read: (reply: unknown) => Reading | OcrError,
  request: Omit<BackendRequest, 'errorIn'>,
): Promise<Reading> {
  const { cancellation } = request
  let sent: number | undefined
  const onProgress = (percent: number) => request.onProgress((sent = percent))
  const errorIn = (reply: unknown) => {
    const reading = read(reply)
    return reading instanceof OcrError ? reading : undefined
  }
  const ask = async () => {
    const reading = read(await cancellation.race(backend(image, { ...request, onProgress, errorIn })))
    if (reading instanceof OcrError) throw reading
    return reading
  }
  try {
    return await ask()
  } catch (thrown) {
    if (!(thrown instanceof OcrError)) throw thrown
    const { kind, code } = thrown
    const isSafe = (kind === 'network' && sent === 0) || (kind === 'service' && code === -1)
    if (!isSafe) throw thrown
    await pause(cancellation)
    return ask()
  }
}

function pause(cancellation: Cancellation): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, PAUSE_MS)
    cancellation.onCancel((reason) => {
      clearTimeout(timer)
      reject(reason)
    })
  })
}
