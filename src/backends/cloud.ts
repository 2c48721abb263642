import { cdn, callFunction, hasCdn, removeFromCloud, uploadToCloud } from '../wx/cloud'
import type { Backend } from './backend'
import { replyTo } from './failure'

export interface CloudOptions {
  /** The cloud function's name; `demo/cloudfunctions/ocr` is one. */
  name: string
  /** The cloud environment, if not the one that `wx.cloud.init` names. */
  env?: string
}

/**
 * A cloud function, which is called with `{ card, type, imgUrl }`, or `{ card, type, fileID }` where the platform has no
 * temporary CDN (base library below 2.12.0), and gives WeChat's reply. A call of a function cannot be aborted: after a
 * cancel its reply is not heard.
 */
export function cloud({ name, env }: CloudOptions): Backend {
  return async ({ path }, { card, mode, cancellation, onProgress }) => {
    const call = (picture: object) =>
      replyTo('callFunction', cancellation.race(callFunction(name, { card, type: mode, ...picture }, env)))
    if (hasCdn()) return call({ imgUrl: cdn(path) })

    const upload = uploadToCloud(path, env, onProgress)
    cancellation.onCancel(upload.abort)
    try {
      const stored = await replyTo('uploadFile', cancellation.race(upload.fileID))
      return typeof stored === 'string' ? await call({ fileID: stored }) : stored
    } finally {
      // The function deletes it, too; but it may never have been reached, or the upload may yet win against its abort.
      const remove = (fileID: string) => removeFromCloud(fileID, env)
      upload.fileID.then(remove, () => undefined)
    }
  }
}
