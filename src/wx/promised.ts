/** What most of WeChat's functions take. */
interface Callbacks<Result> {
  success(result: Result): void
  fail(failure: unknown): void
}

/** One of WeChat's functions as a promise; it rejects with the platform's failure. */
export const promised = <Result>(call: (callbacks: Callbacks<Result>) => unknown): Promise<Result> =>
  new Promise((success, fail) => void call({ success, fail }))
