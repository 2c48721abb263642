/**
 * `npm run size`: what a tag adds to a mini-program: all files that it pulls in, as they are published. Fails above the
 * limits. The tags of others are fetched into `test/size/node_modules`.
 */
import fs from 'node:fs'
import path from 'node:path'
import { closureOf } from './closure'
import { installPeers, measurePeers } from './peers'
import { roomsOf } from './rooms'

type Measured = 'each tag' | 'all tags together' | 'all readers and mask, without errors'

/** Bytes. */
const LIMITS: Record<Measured, number> = {
  'each tag': 25 * 1024,
  'all tags together': 45 * 1024,
  'all readers and mask, without errors': 8 * 1024,
}

const PACKAGE = path.join(__dirname, '../../miniprogram_dist')
const TAGS = ['ocr-idcard', 'ocr-bankcard', 'ocr-vehicle'].filter((tag) => fs.existsSync(path.join(PACKAGE, tag)))

const PARTS = ['ocr-viewfinder', 'ocr-confirm']

const bytesOf = (files: Set<string>) => [...files].reduce((sum, file) => sum + fs.statSync(file).size, 0)
const inKilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(9)
const line = (name: string, files: number, bytes: number, rest = '') =>
  console.log(`${name.padEnd(40)} ${String(files).padStart(3)} files ${inKilobytes(bytes)} ${rest}`)

function measure(name: string, files: Set<string>, what: Measured): void {
  const bytes = bytesOf(files)
  const isTooLarge = bytes > LIMITS[what]
  line(name, files.size, bytes, `of ${inKilobytes(LIMITS[what]).trim()}${isTooLarge ? ', TOO LARGE' : ''}`)
  if (isTooLarge) process.exitCode = 1
}

const closuresOf = (tags: string[]) =>
  tags.reduce((files, tag) => closureOf(path.join(PACKAGE, tag, 'index.json'), files), new Set<string>())

/** What a part adds to an app with a tag. */
function addedBy(part: string): [files: number, bytes: number] {
  const tag = closuresOf(TAGS)
  const added = new Set([...closuresOf([part])].filter((file) => !tag.has(file)))
  return [added.size, bytesOf(added)]
}

function readersAndMask(): Set<string> {
  const files = closureOf(path.join(PACKAGE, 'cards/index.js'))
  files.delete(path.join(PACKAGE, 'lib/errors.js'))
  return files
}

async function reportRooms(): Promise<void> {
  const rooms = [...(await roomsOf(PACKAGE, closuresOf(TAGS)))].sort(([, one], [, other]) => other - one)
  console.log('\nWhere the bytes of all tags together come from, by the room in `src`')
  for (const [room, bytes] of rooms) console.log(`${room.padEnd(40)} ${inKilobytes(bytes)}`)
}

async function reportPeers(): Promise<void> {
  console.log('\nBeside them, minified by the same build (they publish some files unminified)')
  if (!installPeers()) return console.log('not measured: npm could not fetch them')
  for (const { name, files, bytes, published } of await measurePeers())
    line(name, files, bytes, `(${inKilobytes(published).trim()} as published)`)
}

async function main(): Promise<void> {
  console.log('As published, minified, with all that is pulled in')
  for (const tag of TAGS) measure(tag, closuresOf([tag]), 'each tag')
  measure('all tags together', closuresOf(TAGS), 'all tags together')
  for (const part of PARTS) line(`${part}, for who puts it in`, ...addedBy(part))
  measure('cards: all readers and mask', readersAndMask(), 'all readers and mask, without errors')
  await reportRooms()
  await reportPeers()
}

void main()
