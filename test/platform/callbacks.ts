/** The three callbacks that every asynchronous API of WeChat's takes. */
export interface Callbacks<Result> {
  success?: (result: Result & { errMsg: string }) => void
  fail?: (failure: { errMsg: string }) => void
  complete?: (end: { errMsg: string }) => void
}

/** Runs an API as WeChat does: never at once, and with its name before `ok` or `fail`. */
export async function answer<Result extends object>(
  api: string,
  callbacks: Callbacks<Result>,
  task: () => Result | Promise<Result>,
): Promise<void> {
  await Promise.resolve()
  const end = await attempt(task)
  const errMsg = 'result' in end ? `${api}:ok` : `${api}:fail ${end.reason}`
  if ('result' in end) callbacks.success?.({ ...end.result, errMsg })
  else callbacks.fail?.({ errMsg })
  callbacks.complete?.({ errMsg })
}

type End<Result> = { result: Result } | { reason: string }

async function attempt<Result>(task: () => Result | Promise<Result>): Promise<End<Result>> {
  try {
    return { result: await task() }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}
