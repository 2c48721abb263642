/** One call of the cloud or the service market, in a test's hand until it is answered. */
export interface CloudCall {
  api: 'callFunction' | 'callContainer' | 'invokeService' | 'uploadFile'
  options: Record<string, unknown>
  open: boolean
  aborted: boolean
  answer(result: unknown): void
  fail(failure: object): void
  progress(percent: number): void
}

interface Callbacks {
  success?: (result: object) => void
  fail?: (failure: object) => void
}

type Settle = (result: object) => void

/** What `wx.cloud.CDN` and `wx.serviceMarket.CDN` make of a file. */
class Cdn {
  constructor(readonly file: { type: string; filePath: string }) {}
}

/**
 * `wx.cloud` and `wx.serviceMarket` as this package uses them, in place of what `wx` has. Each call is handed to `network`,
 * which answers it or leaves it open.
 */
export function fakeCloud(network: (call: CloudCall) => void) {
  const calls: CloudCall[] = []
  /** The ids of the files in the cloud's storage. */
  const stored = new Set<string>()

  const begin = (api: CloudCall['api'], options: Record<string, unknown>, success: Settle, fail: Settle) => {
    const listeners: Array<(update: { progress: number }) => void> = []
    const end = (run: () => void) => {
      if (call.open) void Promise.resolve().then(run)
      call.open = false
    }
    const call: CloudCall = {
      api,
      options,
      open: true,
      aborted: false,
      answer: (result) => end(() => success(result as object)),
      fail: (failure) => end(() => fail(failure)),
      progress: (progress) => listeners.forEach((listener) => listener({ progress })),
    }
    calls.push(call)
    void Promise.resolve().then(() => network(call))
    return { call, listeners }
  }
  const promised = (api: CloudCall['api']) => (options: Record<string, unknown>) =>
    new Promise((resolve, reject) => void begin(api, options, resolve, reject))

  const cloud = {
    CDN: Cdn,
    callFunction: promised('callFunction'),
    callContainer: promised('callContainer'),
    uploadFile({ success, fail, ...options }: Callbacks & Record<string, unknown>) {
      const fileID = `cloud://sample-1a2b3c.7361/${options.cloudPath}`
      const keep = () => {
        stored.add(fileID)
        success?.({ fileID, statusCode: 200 })
      }
      const { call, listeners } = begin('uploadFile', options, keep, (failure) => fail?.(failure))
      return {
        onProgressUpdate: (listener: (update: { progress: number }) => void) => listeners.push(listener),
        abort() {
          if (!call.open) return
          call.aborted = true
          call.fail({ errMsg: 'uploadFile:fail abort' })
        },
      }
    },
    deleteFile({ fileList }: { fileList: string[] }) {
      fileList.forEach((fileID) => stored.delete(fileID))
    },
  }
  const serviceMarket = { CDN: Cdn, invokeService: promised('invokeService') }
  Object.assign(Reflect.get(globalThis, 'wx'), { cloud, serviceMarket })
  return { calls, stored, cloud: cloud as Record<string, unknown> }
}

export type FakeCloud = ReturnType<typeof fakeCloud>
