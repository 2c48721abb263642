/** WeChat's error codes that this server answers, with WeChat's own words. Source: the API's error table. */
export const ERRMSG = {
  '-1': 'system error',
  40066: 'invalid url',
  41005: 'media data missing',
  43002: 'require POST method',
  101000: 'invalid image url',
  101001: 'certificate not found',
  101002: 'invalid image data',
} as const

export type Errcode = -1 | 40066 | 41005 | 43002 | 101000 | 101001 | 101002

/**
 * An answer that is an error in WeChat's shape. `hint` says what to do, for the developer who reads the reply;
 * it never holds anything from the picture.
 */
export class ApiError extends Error {
  constructor(
    readonly errcode: Errcode,
    readonly hint?: string,
  ) {
    super(hint ? `${ERRMSG[errcode]} hint: [${hint}]` : ERRMSG[errcode])
  }
}
