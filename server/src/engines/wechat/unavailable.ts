import { ApiError } from '../../api-error'

/** WeChat gave no answer that could be used: nothing came in time, half of it came, or it says itself that it is busy. */
export class WechatUnavailable extends ApiError {
  /** @param what such as `answered HTTP 502`; in words of this server, never those of a reply */
  constructor(what: string) {
    super(-1, `WeChat ${what}, try again later`)
  }
}
