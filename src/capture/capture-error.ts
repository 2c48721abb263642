import { OcrError } from '../errors'
import { toFailure } from '../wx/failure'

/** Privacy: 104 the person refused, 112 not declared in the console, 1025 blocked by the platform. Source: WeChat's errno table. */
const PRIVACY_ERRNOS = [104, 112, 1025]
const PRIVACY = /privacy/i
const PERMISSION = /auth|permission|denied|deny/i

/** What a chooser's or the privacy dialog's refusal means. */
export function captureError(thrown: unknown): OcrError {
  const { errMsg, errno } = toFailure(thrown)
  if ((errno !== undefined && PRIVACY_ERRNOS.includes(errno)) || PRIVACY.test(errMsg)) {
    return new OcrError('privacy', errMsg, errno)
  }
  if (PERMISSION.test(errMsg)) return new OcrError('permission', errMsg, errno)
  return new OcrError('capture', errMsg || 'no picture came', errno)
}
