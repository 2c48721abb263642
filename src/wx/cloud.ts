import { assertSupported } from './failure'
import type { HttpResponse } from './upload'

/** Marks a file that the platform takes to a temporary CDN on the way; the other side gets its address (2.12.0). */
export function cdn(filePath: string): object {
  assertSupported(hasCdn(), 'wx.cloud.CDN')
  return new wx.cloud.CDN({ type: 'filePath', filePath })
}

export function hasCdn(): boolean {
  assertSupported(wx.cloud, 'wx.cloud')
  return typeof wx.cloud.CDN === 'function'
}

const configOf = (env?: string) => (env ? { env } : {})

/** `wx.cloud.callFunction`: what the function returned. */
export async function callFunction(name: string, data: object, env?: string): Promise<unknown> {
  const { result } = await wx.cloud.callFunction({ name, data, config: configOf(env) })
  return result
}

export interface ContainerCall {
  path: string
  header: Record<string, string>
  data: object
  /** Milliseconds. */
  timeout: number
}

/** `wx.cloud.callContainer` (2.23.0), as a POST; any HTTP status resolves. The body stays text, so that no number is rounded. */
export async function callContainer(call: ContainerCall, env?: string): Promise<HttpResponse> {
  assertSupported(wx.cloud?.callContainer, 'wx.cloud.callContainer')
  const { statusCode, data } = await wx.cloud.callContainer({
    ...call,
    method: 'POST',
    dataType: 'text',
    config: configOf(env),
  })
  return { statusCode, body: data }
}

export interface CloudUpload {
  fileID: Promise<string>
  abort(): void
}

/** `wx.cloud.uploadFile`, to a name that nobody guesses: whoever has the file's id may read it. */
export function uploadToCloud(
  filePath: string,
  env: string | undefined,
  onProgress: (percent: number) => void,
): CloudUpload {
  const name = [Date.now(), Math.random(), Math.random()].map((part) => part.toString(36).replace('0.', '')).join('')
  let abort = () => {}
  const fileID = new Promise<string>((resolve, reject) => {
    const task = wx.cloud.uploadFile({
      cloudPath: `miniprogram-ocr/${name}.jpg`,
      filePath,
      config: configOf(env),
      success: (uploaded) => resolve(uploaded.fileID),
      fail: reject,
    })
    task.onProgressUpdate(({ progress }) => onProgress(progress))
    abort = () => task.abort()
  })
  return { fileID, abort }
}

/** Best effort: a file that is gone already is no failure of anybody's. */
export function removeFromCloud(fileID: string, env?: string): void {
  wx.cloud.deleteFile({ fileList: [fileID], config: configOf(env), fail: () => undefined })
}
