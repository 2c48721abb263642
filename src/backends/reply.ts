import { OcrError } from '../errors'

/** What an HTTP server answered, as JSON; or an OcrError that quotes nothing of it. */
export function parseReply(status: number, body: unknown): unknown {
  if (status < 200 || status > 299) throw httpError(status)
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(withLongNumbersAsText(body))
  } catch {
    // The parser's own message quotes the reply, which may hold somebody's card.
    throw new OcrError('service', body ? 'the reply is not JSON' : 'the reply is empty')
  }
}

/** A bank card's number that a server sends as a bare JSON number would lose its last digits in JSON.parse. */
function withLongNumbersAsText(json: string): string {
  const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g
  return json.replace(STRING_OR_NUMBER, (token) => (/^\d{16,}$/.test(token) ? `"${token}"` : token))
}

function httpError(status: number): OcrError {
  const message = `HTTP ${status}`
  if (status === 401 || status === 403) return new OcrError('auth', message, status)
  if (status === 413) return new OcrError('image-size', message, status)
  if (status === 429) return new OcrError('rate', message, status)
  return new OcrError('http', message, status)
}
