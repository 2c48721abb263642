import { wxApi } from './api'
import type { Callbacks, Parameters } from './api'
import { readTemporaryFile } from './temporary-files'

type UploadFile = Parameters<WechatMiniprogram.UploadFileOption>
type Answer = Pick<WechatMiniprogram.UploadFileSuccessCallbackResult, 'statusCode' | 'data'>
type ProgressListener = (progress: WechatMiniprogram.UploadTaskOnProgressUpdateListenerResult) => void

const DEFAULT_TIMEOUT_MS = 60_000

/** Over XMLHttpRequest, because `fetch` tells nothing of an upload's progress. */
function uploadFile(options: UploadFile & Callbacks<Answer>) {
  const request = new XMLHttpRequest()
  const listeners = new Set<ProgressListener>()
  let aborted = false

  const send = wxApi('uploadFile', async (upload: UploadFile): Promise<Answer> => {
    const form = await createForm(upload)
    if (aborted) throw new Error('abort')
    return sendForm(request, upload, form, (progress) => listeners.forEach((listener) => listener(progress)))
  })
  // Without a callback nobody hears of a failure: the task is no promise.
  send({ complete: () => undefined, ...options })

  return {
    abort() {
      aborted = true
      request.abort()
    },
    onProgressUpdate: (listener: ProgressListener) => listeners.add(listener),
    offProgressUpdate: (listener: ProgressListener) => listeners.delete(listener),
  }
}

async function createForm({ name, filePath, formData = {} }: UploadFile): Promise<FormData> {
  const form = new FormData()
  for (const [key, value] of Object.entries(formData)) form.append(key, String(value))
  const file = await readTemporaryFile(filePath)
  form.append(name, file, `image.${file.type.replace('image/', '') || 'bin'}`)
  return form
}

function sendForm(
  request: XMLHttpRequest,
  { url, header = {}, timeout = DEFAULT_TIMEOUT_MS }: UploadFile,
  form: FormData,
  onProgress: ProgressListener,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.open('POST', url)
    for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, String(value))
    request.timeout = timeout
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({
        progress: Math.round((loaded / total) * 100),
        totalBytesSent: loaded,
        totalBytesExpectedToSend: total,
      })
    request.onload = () => resolve({ statusCode: request.status, data: request.responseText })
    request.onerror = () => reject(new Error('net::ERR_FAILED'))
    request.ontimeout = () => reject(new Error('timeout'))
    request.onabort = () => reject(new Error('abort'))
    request.send(form)
  })
}

export const network = { uploadFile }
