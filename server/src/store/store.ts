/**
 * What the instances of a server share: the WeChat token (sealed), counts and locks. Keys hold no identity in clear and
 * values no field and no photo. Times are in milliseconds.
 */
export interface Store {
  get(key: string): Promise<string | undefined>
  set(key: string, value: string, lifetime: number): Promise<void>
  /** Sets what is not there yet; false when it is there already. */
  add(key: string, value: string, lifetime: number): Promise<boolean>
  /** Adds to a count that starts at 0, and tells what it came to. */
  increment(key: string, by: number, lifetime: number): Promise<number>
  /** Runs one action for a key at a time, in all instances. A holder that dies is waited for no longer than 10 s. */
  exclusively<T>(key: string, action: () => Promise<T>): Promise<T>
  close(): Promise<void>
}
