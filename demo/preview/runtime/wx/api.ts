/** What every wx API adds to its answer, and all that a failure says. */
export interface Message {
  errMsg: string
}

export interface Callbacks<Result> {
  success?: (result: Result & Message) => void
  fail?: (failure: Message) => void
  complete?: (outcome: Message) => void
}

/** The parameters of one of WeChat's options, without its callbacks. */
export type Parameters<Option> = Omit<Option, keyof Callbacks<never>>

/** The fields of one of WeChat's results, without `errMsg`. */
export type Result<SuccessResult> = Omit<SuccessResult, 'errMsg'>

/**
 * A wx API out of an async function: it calls back when given a callback and returns a promise when not. What the
 * function throws is worded as WeChat does: `chooseMedia:fail cancel`.
 */
export function wxApi<Options extends object, Fields extends object | void>(
  name: string,
  work: (options: Options) => Fields | Promise<Fields>,
) {
  return (options: Options & Callbacks<Fields>): Promise<Fields & Message> | undefined => {
    const outcome = run(name, work, options)
    const { success, fail, complete } = options
    if (!success && !fail && !complete) return outcome
    outcome
      .then(
        (result) => (success?.(result), result),
        (failure: Message) => (fail?.(failure), failure),
      )
      .then((either) => complete?.(either))
    return undefined
  }
}

async function run<Options, Fields extends object | void>(
  name: string,
  work: (options: Options) => Fields | Promise<Fields>,
  options: Options,
): Promise<Fields & Message> {
  try {
    return Object.assign({ errMsg: `${name}:ok` }, await work(options))
  } catch (error) {
    const failure: Message = { errMsg: `${name}:fail ${error instanceof Error ? error.message : error}` }
    throw failure
  }
}
