import type { ErrorKind } from '../errors'
import { OcrError } from '../errors'
import { clean } from './text'

export type Fields = Record<string, unknown>

/** WeChat's error codes and what they mean to a page. Source: the error tables of WeChat's OCR and token APIs. */
const KINDS: Record<number, ErrorKind> = {
  [-1]: 'service',
  40001: 'auth',
  40014: 'auth',
  41001: 'auth',
  42001: 'auth',
  48001: 'auth',
  48004: 'auth',
  61007: 'auth',
  40066: 'config',
  40164: 'config',
  41005: 'config',
  43002: 'config',
  45009: 'quota',
  45011: 'rate',
  101000: 'image',
  101001: 'not-found',
  101002: 'image',
  101003: 'quota',
}

/** 101002 meant "not enough market quota" before 101003 existed, so its text decides. */
function kindOf(code: number, message: string): ErrorKind {
  if (code === 101002 && /quota/i.test(message)) return 'quota'
  return KINDS[code] ?? 'service'
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The fields of a reply, or the error that it is.
 * `errcode` may be a number, a numeric string or missing; the cloud call spells it `errCode`.
 */
export function fieldsOf(reply: unknown): Fields | OcrError {
  if (!isObject(reply)) return new OcrError('service', 'the reply is not a JSON object')
  const code = Number(reply.errcode ?? reply.errCode ?? 0)
  if (code === 0) return reply
  const message = String(reply.errmsg ?? reply.errMsg ?? '')
  return new OcrError(
    kindOf(code, message),
    message || 'the service answered an error',
    Number.isNaN(code) ? undefined : code,
  )
}

/** The first of these names that the reply has, as clean text; `''` when it has none. */
export function textOf(fields: Fields, names: string[]): string {
  for (const name of names) {
    const value = fields[name]
    const text = isObject(value) ? value.text : value
    if (typeof text === 'string' && text !== '') return clean(text)
    if (typeof text === 'number') return String(text)
  }
  return ''
}
