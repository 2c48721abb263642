import { OcrError } from '../errors'
import { toFailure } from '../wx/failure'

/** The person's own refusal, an API that the app has not declared, one that the platform blocks. Source: WeChat's errno table. */
const OF_PRIVACY = [104, 112, 1025]
const UNDECLARED = 'declare the camera and the album in the console: 用户隐私保护指引'
const PRIVACY = /privacy/i
const PERMISSION = /auth|permission|denied|deny/i

/** What a chooser's, the camera's or the privacy dialog's refusal means. */
export function captureError(thrown: unknown): OcrError {
  if (thrown instanceof OcrError) return thrown
  const { errMsg, errno } = toFailure(thrown)
  const isOfPrivacy = OF_PRIVACY.includes(errno || 0) || PRIVACY.test(errMsg)
  if (isOfPrivacy) return new OcrError('privacy', errno === 112 ? `${errMsg}: ${UNDECLARED}` : errMsg, errno)
  if (PERMISSION.test(errMsg)) return new OcrError('permission', errMsg, errno)
  return new OcrError('capture', errMsg || 'no picture came', errno)
}
