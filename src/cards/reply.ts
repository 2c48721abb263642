import { OcrError } from '../errors'
import { nameIn } from './pattern'
import { clean } from './text'

type Json = Record<string, unknown>

/**
 * What a code, and the words behind it, mean to a page. Sources: the error tables of WeChat's OCR and token APIs, of cloud
 * functions (-…) and of the service market (93…). 101002 meant "not enough market quota" before 101003 existed.
 */
const KINDS = {
  auth: /^(40001|40014|41001|42001|4800[14]|61007) /,
  config: /^(40066|40164|41005|43002|-60410[01]|9301001) /,
  quota: /^((45009|101003|9301010) |101002 .*quota)/i,
  rate: /^(45011|9301011) /,
  image: /^10100[02] /,
  'not-found': /^101001 /,
  timeout: /^(-504003|-604102|9301012) /,
}

const isObject = (value: unknown): value is Json => Object(value) === value

/** `vhicle_type` and `vhicleType` are one name. */
export const foldName = (name: string) => name.replace(/_/g, '').toLowerCase()

/** An object with its names folded. Text that holds a JSON object counts as one. */
export function objectIn(value: unknown): Json | undefined {
  try {
    const object = typeof value === 'string' ? JSON.parse(value) : value
    if (isObject(object) && !Array.isArray(object)) {
      const folded: Json = {}
      for (const name in object) folded[foldName(name)] = object[name]
      return folded
    }
  } catch {
    // Text that is no JSON.
  }
}

/**
 * A reply as what `read` makes of it; or the error that it is, and one in which `read` finds nothing is an error, too. The
 * service market wraps a card in `data` (text over HTTPS) and `idcard_res`; this package's own results have `fields`. Of
 * what is around a wrapper only the side counts: gateways like to add an `id` of their own.
 */
export function readReply<Result>(
  raw: unknown,
  wrapper: string,
  read: (said: Json) => Result | undefined,
): (Result & { raw: unknown }) | OcrError {
  let said: Json = { raw }
  for (const layer of ['raw', 'data', wrapper, 'fields']) {
    const inner = objectIn(said[foldName(layer)])
    if (inner) said = { type: said.type, side: said.side, ...inner }
    const error = errorOf(said) || errorOf(objectIn(said.baseresp))
    if (error) return error
  }
  const result = read(said)
  return result ? { ...result, raw } : new OcrError('service', 'not this card')
}

/**
 * The error that a reply is, if it is one: `errcode`, the cloud's `errCode` or the plugin's `base_resp.err_code`, as a
 * number or as text; without a code, words that say `:fail`.
 */
function errorOf({ errcode, errmsg }: Json = {}): OcrError | undefined {
  const words = textOf(errmsg)
  const code = Number(textOf(errcode) || (/:fail/.test(words) ? NaN : 0))
  if (code === 0) return undefined
  return new OcrError(nameIn(KINDS, `${code} ${words}`) || 'service', words || 'failed', code || undefined)
}

/**
 * Text, a number, `{ text, pos }`, or the BigNumber that wx-server-sdk makes of a long number. A number beyond 2^53 has lost
 * its last digits already; nothing is said rather than something wrong.
 */
export function textOf(value: unknown): string {
  const text = !isObject(value) ? value : typeof value.toFixed === 'function' ? value.toFixed() : value.text
  if (typeof text === 'string') return clean(text)
  return Number.isSafeInteger(text) ? String(text) : ''
}
