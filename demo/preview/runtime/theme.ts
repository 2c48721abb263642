export type Theme = 'light' | 'dark'

const COLOR_SCHEME = /prefers-color-scheme:\s*(light|dark)/

/** Rules under `@media (prefers-color-scheme: …)`, and the theme that each was written for. */
let themedRules: { rule: CSSMediaRule; theme: string }[] | undefined
let theme: Theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'

export function currentTheme(): Theme {
  return theme
}

/**
 * Shows this document as a device with this theme would. A page can't set what `prefers-color-scheme` answers, so each
 * rule that asks is switched on or off. Style sheets are there once the document has loaded.
 */
export function setTheme(chosen: Theme): void {
  theme = chosen
  document.documentElement.style.colorScheme = chosen
  themedRules ??= [...document.styleSheets].flatMap((sheet) => findThemedRules(sheet.cssRules))
  for (const { rule, theme } of themedRules) rule.media.mediaText = theme === chosen ? 'all' : 'not all'
}

function findThemedRules(rules: CSSRuleList): { rule: CSSMediaRule; theme: string }[] {
  return [...rules].flatMap((rule) => {
    if (!(rule instanceof CSSMediaRule)) return []
    const theme = COLOR_SCHEME.exec(rule.conditionText)?.[1]
    return theme ? [{ rule, theme }] : findThemedRules(rule.cssRules)
  })
}
