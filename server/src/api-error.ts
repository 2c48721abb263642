/** WeChat's error codes that this server answers, with WeChat's own words. Source: the API's error tables. */
export const ERRMSG = {
  '-1': 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40066: 'invalid url',
  40125: 'invalid appsecret',
  40164: 'invalid ip, not in whitelist',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41005: 'media data missing',
  42001: 'access_token expired',
  43002: 'require POST method',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  48001: 'api unauthorized',
  48004: 'api forbidden for irregularities',
  61007: 'api is unauthorized to component',
  101000: 'invalid image url',
  101001: 'certificate not found',
  101002: 'invalid image data',
  101003: 'not enough market quota',
} as const

export type Errcode = -1 | Exclude<keyof typeof ERRMSG, '-1'>

/**
 * An answer that is an error in WeChat's shape. `hint` says what to do, for the developer who reads the reply;
 * it never holds anything from the picture.
 */
export class ApiError extends Error {
  constructor(
    readonly errcode: Errcode,
    readonly hint?: string,
    /** Seconds: the same request may come again after them. The answer has HTTP status 429, the one exception to 200. */
    readonly retryAfter?: number,
  ) {
    super(hint ? `${ERRMSG[errcode]} hint: [${hint}]` : ERRMSG[errcode])
  }
}
