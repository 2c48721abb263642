export interface Upload {
  url: string
  filePath: string
  /** The name of the multipart part. */
  name: string
  header: Record<string, string>
  formData: Record<string, string>
  /** Milliseconds. */
  timeout: number
  onProgress: (percent: number) => void
}

export interface HttpResponse {
  statusCode: number
  body: string
}

export interface UploadTask {
  /** Any HTTP status resolves; only a connection that failed rejects. */
  response: Promise<HttpResponse>
  abort(): void
}

/** `wx.uploadFile`, whose `success` means no more than that somebody answered. */
export function uploadFile({ onProgress, ...options }: Upload): UploadTask {
  let abort = () => {}
  const response = new Promise<HttpResponse>((resolve, reject) => {
    const task = wx.uploadFile({
      ...options,
      enableHttp2: true,
      success: ({ statusCode, data }) => resolve({ statusCode, body: data }),
      fail: reject,
    })
    task.onProgressUpdate(({ progress }) => onProgress(progress))
    abort = () => task.abort()
  })
  return { response, abort }
}
