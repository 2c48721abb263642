import { Cancelled } from '../cancellation'
import { OcrError } from '../errors'

/** What the platform hands to `fail`. `errno` came with base library 2.24, the cloud has `errCode`; `errMsg` is always there. */
export interface WxFailure {
  errMsg: string
  errno?: number
}

/** Any thrown value as a WxFailure: the platform is known to hand over strings, Errors and nothing at all. */
export function toFailure(thrown: unknown): WxFailure {
  if (typeof thrown === 'object' && thrown !== null) {
    const { errMsg, errCode, errno = errCode } = thrown as Partial<WxFailure & { errCode: number }>
    return { errMsg: String(errMsg || ''), errno }
  }
  return { errMsg: String(thrown || '') }
}

/** The platform failed, rather than this package said what is wrong or somebody ended the recognition. */
export const isPlatformFailure = (thrown: unknown): boolean =>
  !(thrown instanceof Cancelled || thrown instanceof OcrError)

/** The person closed a chooser, or the network task was aborted: both are `…:fail cancel` or `…:fail abort`. */
export const isCancel = ({ errMsg }: WxFailure): boolean => /fail[ :]*(cancel|abort)/i.test(errMsg)

/** What the base library lacks is nothing that a person can do about. */
export function assertSupported(api: unknown, name: string): asserts api {
  if (!api) throw new OcrError('unsupported', `${name} is missing`)
}
