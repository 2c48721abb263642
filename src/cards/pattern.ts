/** The first name in a table whose pattern fits the text. */
export function nameIn<Name extends string>(table: Record<Name, RegExp>, text: string): Name | null {
  const names = Object.keys(table) as Name[]
  return names.find((name) => table[name].test(text)) || null
}
