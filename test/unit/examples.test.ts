import fs from 'node:fs'
import path from 'node:path'
import { DOCUMENTS, insertExamples } from '../../demo/examples'

const PROJECT = path.join(__dirname, '../..')
const PAGES = path.join(PROJECT, 'demo/miniprogram/pages')
const read = (document: string) => fs.readFileSync(path.join(PROJECT, document), 'utf8')
const examplesIn = (document: string) =>
  [...read(document).matchAll(/<!-- example: (\S+) -->/g)].map(([, file]) => file)

test.each(DOCUMENTS)('the examples in %s are the pages of the demo: `npm run docs` puts them there', (document) => {
  expect(insertExamples(read(document))).toBe(read(document))
})

test('both languages show the same examples, and each exists', () => {
  const [english = [], chinese] = DOCUMENTS.map(examplesIn)
  expect(english.length).toBeGreaterThan(0)
  expect(chinese).toEqual(english)
  for (const file of english) expect(fs.existsSync(path.join(PAGES, file ?? ''))).toBe(true)
})

test('an example that differs from its page is put right', () => {
  const document = '<!-- example: both/both.wxml -->\n```xml\n<ocr-idcard old />\n```\n'
  expect(insertExamples(document)).toContain(
    '<ocr-idcard side="both" bind:result="onResult" bind:error="onError" />\n```',
  )
})
