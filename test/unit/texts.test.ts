import { textsFor } from '../../src/texts'

/** Every path to a text, so that a language that lacks one is seen. */
const paths = (texts: object, prefix = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : paths(value, `${prefix}${key}.`),
  )

it('has the same texts in both languages, none of them empty', () => {
  expect(paths(textsFor('en'))).toEqual(paths(textsFor('zh-CN')))
  for (const locale of ['en', 'zh-CN']) expect(JSON.stringify(textsFor(locale))).not.toContain('""')
})

it('speaks Chinese where it does not know the language', () => {
  expect(textsFor('fr')).toBe(textsFor('zh-CN'))
})
