/** The READMEs' examples are the demo's pages, so that an example is a page that runs. */
import fs from 'node:fs'
import path from 'node:path'

const PAGES = path.join(__dirname, 'miniprogram/pages')

/** The documents with examples, from the project's root. */
export const DOCUMENTS = ['README.md', 'README.zh-CN.md']

/** `<!-- example: both/both.wxml -->`, and the code block behind it. */
const EXAMPLE = /(<!-- example: (\S+) -->\n)```(\w+)\n(?:[^]*?\n)??```$/gm

/** A document with every example as its page has it now. */
export const insertExamples = (document: string): string =>
  document.replace(
    EXAMPLE,
    (_, marker: string, file: string, language: string) => `${marker}\`\`\`${language}\n${readExample(file)}\n\`\`\``,
  )

/** A script is shown whole; of a template, what stands inside the frame that all pages of the demo have. */
function readExample(file: string): string {
  const text = fs.readFileSync(path.join(PAGES, file), 'utf8').trim()
  const framed = /^<demo-screen[^>]*>\n([^]*)\n<\/demo-screen>$/.exec(text)
  return framed ? (framed[1] ?? '').replace(/^ {2}/gm, '') : text
}
