import type { Backend } from './backends/backend'
import type { Language, Locale, TextChanges, Texts } from './texts'
import { TEXTS, withChanges } from './texts'

export interface Config {
  /** Where pictures are sent: `http({ url })`. Without one, a recognition ends with an error of kind `config`. */
  backend: Backend | undefined
  /** The language of every tag that doesn't say its own. */
  locale: Locale
  /** Languages beside Chinese: `{ en }`, from `miniprogram-ocr/en`. */
  languages: { en?: Language }
  /** Words of your own in the place of the package's, whatever the language. */
  texts: TextChanges
}

const config: Config = { backend: undefined, locale: 'zh-CN', languages: {}, texts: {} }

/** Sets what all tags share; call it in `app.ts`. What is left out stays as it is. */
export function configure(changes: Partial<Config>): void {
  Object.assign(config, changes)
}

/** The configuration in force. */
export const currentConfig = (): Readonly<Config> => config

/**
 * Words in a tag's own language, else in the app's; with the app's own in their place. A language that was not brought is
 * Chinese.
 * @param room whose words they are, if not everybody's
 */
export function wordsOf<Words extends object>(
  words: Words,
  locale: string,
  room?: Exclude<keyof Language, keyof Texts>,
) {
  const { languages, texts } = config
  const language: TextChanges | undefined = Reflect.get(languages, locale || config.locale)
  return [language, texts].reduce(
    (said, changes) => withChanges(said, room && changes ? changes[room] : changes),
    words,
  )
}

/** The words that all tags share. */
export const textsIn = (locale: string): Texts => wordsOf(TEXTS, locale)
