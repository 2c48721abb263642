/** WeChat's own tags that the preview knows. In the page they are `<wx-view>`, …: browsers have a `<button>` and an `<image>` of their own. */
export const BUILTIN_TAGS = [
  'view',
  'text',
  'button',
  'image',
  'camera',
  'scroll-view',
  'cover-view',
  'cover-image',
  'form',
  'input',
] as const

export type BuiltinTag = (typeof BUILTIN_TAGS)[number]

const builtinTags: ReadonlySet<string> = new Set(BUILTIN_TAGS)

/** The name of a tag in the browser's own tree. */
export function domTag(tag: string): string {
  return builtinTags.has(tag) ? `wx-${tag}` : tag
}

/** The tag that holds a page, as `page` does in wxss. */
export const PAGE_TAG = 'wx-page'
