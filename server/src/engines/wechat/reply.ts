import { ApiError, type Errcode } from '../../api-error'
import { WechatUnavailable } from './unavailable'

export interface WechatReply {
  /** 0 when all is well. */
  errcode: number
  /** WeChat's text for the error. Looked at, never passed on. */
  errmsg: string
  /** Everything else, as it came. */
  fields: Record<string, unknown>
}

/** Errors that a client can do something about, or its developer. */
const PASSED_ON: Errcode[] = [40164, 45009, 45011, 48001, 48004, 61007, 101000, 101001, 101002, 101003]
export const TOKEN_ERRORS: number[] = [40001, 40014, 41001, 42001]
const CREDENTIAL_ERRORS: number[] = [40002, 40013, 40125, 41002, 41004, ...TOKEN_ERRORS]

/** @throws WechatUnavailable when it is no JSON object */
export function readReply(text: string): WechatReply {
  const { errcode, errCode, errmsg, errMsg, ...fields } = parse(text)
  return { errcode: Number(errcode ?? errCode ?? 0), errmsg: String(errmsg ?? errMsg ?? ''), fields }
}

function parse(text: string): Record<string, unknown> {
  const value = toJson(withLongNumbersAsText(text))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw brokenReply()
  return { ...value }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw brokenReply()
  }
}

const brokenReply = () => new WechatUnavailable('sent a reply that is no JSON object')

/** A bank card's number that comes as a bare JSON number would lose its last digits in JSON.parse. */
function withLongNumbersAsText(json: string): string {
  const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g
  return json.replace(STRING_OR_NUMBER, (token) => (/^\d{16,}$/.test(token) ? `"${token}"` : token))
}

/** The answer of this server to an error of WeChat's. */
export function toError({ errcode, errmsg }: WechatReply): ApiError {
  if (errcode === -1) return new WechatUnavailable('is busy')
  if (CREDENTIAL_ERRORS.includes(errcode)) return new ApiError(-1, `WeChat refuses this server's account (${errcode})`)
  // In 2020, and in the plugin today, 101002 stands for a quota that is used up; only the text tells.
  if (errcode === 101002 && /quota/i.test(errmsg)) return new ApiError(101003)
  const known = PASSED_ON.find((code) => code === errcode)
  return known ? new ApiError(known) : new ApiError(-1, `WeChat answered errcode ${errcode}`)
}
