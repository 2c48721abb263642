const WITHHELD = '(withheld)'

/** What may be told of an unforeseen error: what it is and where it came up. Its message might quote a card. */
export function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error, message: WITHHELD, stack: '' }
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
  return { type: error.name, code: codeOf(error), message: WITHHELD, stack: frames.join('\n') }
}

/** Node's and fastify's errors have a code, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
