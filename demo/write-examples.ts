/** `npm run docs`: puts the demo's pages into the READMEs. */
import fs from 'node:fs'
import path from 'node:path'
import { DOCUMENTS, insertExamples } from './examples'

for (const document of DOCUMENTS.map((name) => path.join(__dirname, '..', name))) {
  fs.writeFileSync(document, insertExamples(fs.readFileSync(document, 'utf8')))
}
