/** WeChat's names for its languages. */
export type Language = 'zh_CN' | 'en'

/** The language of the shell's switch (`?language=en`), else the browser's. */
export function currentLanguage(): Language {
  const chosen = new URLSearchParams(location.search).get('language') ?? navigator.language
  return chosen.startsWith('zh') ? 'zh_CN' : 'en'
}
