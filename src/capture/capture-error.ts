import { OcrError } from '../errors'
import { toFailure } from '../wx/failure'

/** By errno: the person's own refusal, an API that the app has not declared, one that the platform blocks. Source: WeChat's errno table. */
const PRIVACY = /^(104|112|1025) |privacy/i
const UNDECLARED = 'declare the camera and the album in the console: 用户隐私保护指引'
const PERMISSION = /auth|permission|denied|deny/i

/** What a chooser's, the camera's or the privacy dialog's refusal means. */
export function captureError(thrown: unknown): OcrError {
  if (thrown instanceof OcrError) return thrown
  const { errMsg, errno } = toFailure(thrown)
  if (PRIVACY.test(`${errno} ${errMsg}`))
    return new OcrError('privacy', errno === 112 ? `${errMsg}: ${UNDECLARED}` : errMsg, errno)
  if (PERMISSION.test(errMsg)) return new OcrError('permission', errMsg, errno)
  return new OcrError('capture', errMsg || 'no picture came', errno)
}
