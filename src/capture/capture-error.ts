import { OcrError } from '../errors'
import { toFailure } from '../wx/failure'

/** What each of WeChat's privacy errnos wants of the developer. Source: WeChat's errno table. */
const REMEDIES: Record<number, string> = {
  104: 'the person refused; they are asked again at the next start',
  112: 'declare the camera and the album in the console: 设置, 服务内容声明, 用户隐私保护指引',
  1025: 'the platform blocks the API: see the notices in the console',
}
const PRIVACY = /privacy/i
const PERMISSION = /auth|permission|denied|deny/i

/** What a chooser's, the camera's or the privacy dialog's refusal means. */
export function captureError(thrown: unknown): OcrError {
  if (thrown instanceof OcrError) return thrown
  const { errMsg, errno } = toFailure(thrown)
  const remedy = errno === undefined ? undefined : REMEDIES[errno]
  if (remedy) return new OcrError('privacy', `${errMsg}: ${remedy}`, errno)
  if (PRIVACY.test(errMsg)) return new OcrError('privacy', errMsg, errno)
  if (PERMISSION.test(errMsg)) return new OcrError('permission', errMsg, errno)
  return new OcrError('capture', errMsg || 'no picture came', errno)
}
