export type Language = 'zh-CN' | 'en'

/** The language that WeChat is set to. */
export function language(): Language {
  return wx.getAppBaseInfo().language.startsWith('zh') ? 'zh-CN' : 'en'
}
