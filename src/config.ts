import type { Backend } from './backends/backend'
import type { Locale } from './texts'

export interface Config {
  /** Where pictures are sent: `http({ url })`. Without one, a recognition ends with an error of kind `config`. */
  backend: Backend | undefined
  /** The language of every tag that doesn't say its own. */
  locale: Locale
}

const config: Config = { backend: undefined, locale: 'zh-CN' }

/** Sets what all tags share; call it in `app.ts`. What is left out stays as it is. */
export function configure(changes: Partial<Config>): void {
  Object.assign(config, changes)
}

/** The configuration in force. */
export const currentConfig = (): Readonly<Config> => config
