import type { Backend } from './backends/backend'
import type { Locale, Table, TextChanges, Texts } from './texts'
import { inLanguage, TEXTS } from './texts'

export interface Config {
  /** Where pictures are sent: `http({ url })`. Without one, a recognition ends with an error of kind `config`. */
  backend: Backend | undefined
  /** The language of every tag that doesn't say its own. */
  locale: Locale
  /** Words of your own in the place of the package's, whatever the language. */
  texts: TextChanges
}

const config: Config = { backend: undefined, locale: 'zh-CN', texts: {} }

/** Sets what all tags share; call it in `app.ts`. What is left out stays as it is. */
export function configure(changes: Partial<Config>): void {
  Object.assign(config, changes)
}

/** The configuration in force. */
export const currentConfig = (): Readonly<Config> => config

/** The words of a table in a tag's own language, else in the app's; with the app's own in their place. */
export const wordsOf = <Words>(table: Table<Words>, locale: string, changes?: object): Words =>
  inLanguage(table, locale || config.locale, changes)

/** The words that all tags share. */
export const textsIn = (locale: string): Texts => wordsOf(TEXTS, locale, config.texts)
