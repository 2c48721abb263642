import type { ErrorKind } from '../errors'
import { OcrError } from '../errors'
import { clean } from './text'

type Json = Record<string, unknown>

/**
 * What the codes mean to a page. Sources: the error tables of WeChat's OCR and token APIs, of cloud functions (-…) and of
 * the service market (93…). Whatever is not here is `service`.
 */
const CODES: Partial<Record<ErrorKind, number[]>> = {
  auth: [40001, 40014, 41001, 42001, 48001, 48004, 61007],
  config: [40066, 40164, 41005, 43002, -604100, -604101, 9301001],
  quota: [45009, 101003, 9301010],
  rate: [45011, 9301011],
  image: [101000, 101002],
  'not-found': [101001],
  timeout: [-504003, -604102, 9301012],
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `vhicle_type` and `vhicleType` are one name. */
export const foldName = (name: string) => name.replace(/_/g, '').toLowerCase()

export function foldNames(object: Json): Json {
  const folded: Json = {}
  for (const name of Object.keys(object)) folded[foldName(name)] = object[name]
  return folded
}

/** Text that holds a JSON object counts as one. */
function objectIn(value: unknown): Json | undefined {
  try {
    const object = typeof value === 'string' ? JSON.parse(value) : value
    return isObject(object) ? object : undefined
  } catch {
    return undefined
  }
}

/**
 * What a reply says of a card, its names folded; or the error that it is. The service market wraps a card in `data` (text
 * over HTTPS) and `idcard_res`; this package's own results have `fields`. Of what is around a wrapper only the side counts:
 * gateways like to add an `id` of their own.
 */
export function unwrap(reply: unknown, wrapper: string): Json | OcrError {
  let said = foldNames(objectIn(reply) || { errcode: NaN })
  for (const next of ['data', wrapper, 'fields', '']) {
    const error = errorOf(said) || errorOf(foldNames(objectIn(said.baseresp) || {}))
    if (error) return error
    const inner = objectIn(said[foldName(next)])
    if (inner) said = { type: said.type, side: said.side, ...foldNames(inner) }
  }
  return said
}

/**
 * The error that a reply is, if it is one: `errcode`, the cloud's `errCode` or the plugin's `base_resp.err_code`, as a
 * number or as text; without a code, words that say `:fail`.
 */
function errorOf({ errcode, errmsg }: Json): OcrError | undefined {
  const words = typeof errmsg === 'string' ? errmsg : ''
  const hasCode = typeof errcode === 'number' || typeof errcode === 'string'
  if (hasCode ? Number(errcode) === 0 : !words.includes(':fail')) return undefined
  const code = Number(errcode)
  return new OcrError(kindOf(code, words), words || 'not a reply of the service', code || undefined)
}

/** 101002 meant "not enough market quota" before 101003 existed, so its text decides. */
function kindOf(code: number, words: string): ErrorKind {
  if (code === 101002 && /quota/i.test(words)) return 'quota'
  const kinds = Object.keys(CODES) as ErrorKind[]
  return kinds.find((kind) => CODES[kind]?.includes(code)) || 'service'
}

/**
 * Text, a number, `{ text, pos }`, or the BigNumber that wx-server-sdk makes of a long number. A number beyond 2^53 has lost
 * its last digits already; nothing is said rather than something wrong.
 */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return clean(value)
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : ''
  if (!isObject(value)) return ''
  if (typeof value.toFixed === 'function') return String(value.toFixed())
  return isObject(value.text) ? '' : textOf(value.text)
}
