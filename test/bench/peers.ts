import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { layouts } from '../../server/src/layouts'
import type { Character, Corners, Line } from '../../server/src/layouts/line'
import { percentile, timed } from './latency'
import type { Picture } from './pictures'
import { percent, Score, type Reading } from './score'

const FOLDER = path.join(__dirname, 'peers')
const PEERS = ['paddleocr', '@gutenye/ocr-node', 'ppu-paddle-ocr', 'esearch-ocr', 'tesseract.js']
/** Some would have onnxruntime-node fetch a CUDA runtime while it installs; nothing here needs a script. */
const INSTALL = ['install', '--prefix', FOLDER, '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund']
/** For each of them: the rest of the pictures is left out. One that takes as long over a single picture, or to start, is ended. */
const LIMIT_MS = 120_000

interface PeerLine {
  text: string
  box: [number, number][] | null
}

/** What run.mjs prints for a picture; an object in place of lines says that the package failed. */
interface Answer {
  ms: number
  megabytes: number
  lines: PeerLine[] | object
}

/** One picture, read by this server and by the other package right after it: what else the machine does hits both. */
interface Turn {
  picture: Picture
  reading: Reading | undefined
  ms: number
  theirs: Answer
}

export type Recognise = (picture: Picture) => Promise<Reading | undefined>

/** The other packages on some of the pictures, each followed by the same layouts, and this server in turns with each. */
export async function reportPeers(pictures: Picture[], recognise: Recognise, limit = LIMIT_MS): Promise<string> {
  if (!existsSync(path.join(FOLDER, 'node_modules'))) execFileSync('npm', INSTALL, { stdio: 'inherit' })
  const folder = mkdtempSync(path.join(tmpdir(), 'peers-'))
  try {
    const files = pictures.map((picture, index) => {
      const file = path.join(folder, `${index}.jpg`)
      writeFileSync(file, picture.image)
      return { picture, file }
    })
    const rows: string[] = []
    for (const peer of PEERS) rows.push(rowOf(peer, await takeTurns(peer, files, recognise, limit)))
    return [
      '| | pictures | fields, % (this server) | whole pictures, % (this server) | median, ms (this server, in turns with it) | ratio | memory, MB |',
      '|---|---|---|---|---|---|---|',
      ...rows,
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function takeTurns(
  peer: string,
  files: { picture: Picture; file: string }[],
  recognise: Recognise,
  limit: number,
): Promise<Turn[]> {
  const child = spawn('node', [path.join(FOLDER, 'run.mjs'), peer], { stdio: ['pipe', 'pipe', 'ignore'] })
  const printed = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  // What is written to a process that has ended is lost: the next line that is waited for tells.
  child.stdin.on('error', () => {})
  const answer = async (start: string) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), limit)
    return lineLike(printed, start).finally(() => clearTimeout(timer))
  }
  const turns: Turn[] = []
  try {
    let isThere = await answer('ready')
    let spent = 0
    for (const { picture, file } of files) {
      if (isThere === undefined || spent > limit) break
      const { ms, result: reading } = await timed(() => recognise(picture))
      child.stdin.write(`${file}\n`)
      isThere = await answer('{"ms"')
      if (isThere === undefined) break
      const theirs: Answer = JSON.parse(isThere)
      spent += theirs.ms
      turns.push({ picture, reading, ms, theirs })
    }
  } finally {
    child.kill('SIGKILL')
  }
  return turns
}

/** Some of the packages print lines of their own; none is left of one that broke down. */
async function lineLike(lines: AsyncIterator<string>, start: string): Promise<string | undefined> {
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    if (line.value.startsWith(start)) return line.value
  }
  return undefined
}

function rowOf(peer: string, turns: Turn[]): string {
  const [own, other] = [new Score(), new Score()]
  for (const { picture, reading, theirs } of turns) {
    own.add(picture, reading)
    other.add(picture, Array.isArray(theirs.lines) ? layouts[picture.card](toPage(theirs.lines)) : undefined)
  }
  const ours = median(turns.map(({ ms }) => ms))
  const theirs = median(turns.map(({ theirs }) => theirs.ms))
  const memory = Math.max(...turns.map(({ theirs }) => theirs.megabytes))
  return `| ${[
    peer,
    turns.length,
    `${percent(other.fields)} (${percent(own.fields)})`,
    `${percent(other.cards)} (${percent(own.cards)})`,
    `${Math.round(theirs)} (${Math.round(ours)})`,
    (ours / theirs).toFixed(2),
    Math.round(memory),
  ].join(' | ')} |`
}

const median = (times: number[]) => percentile(times, 0.5)

function toPage(lines: PeerLine[]) {
  return { lines: lines.flatMap(toLine), width: 0, height: 0 }
}

function toLine({ text, box }: PeerLine): Line[] {
  if (!box || box.length !== 4 || text.trim() === '') return []
  const [a, b, c, d] = box.map(([x, y]) => ({ x, y }))
  if (!a || !b || !c || !d) return []
  const corners: Corners = [a, b, c, d]
  return [{ text, score: 1, corners, characters: charactersOf(text) }]
}

/** They say where a line is, not where its characters are: those are as wide as they usually are. */
function charactersOf(text: string): Character[] {
  const characters = [...text]
  const widths = characters.map((character) => (/[\x20-\x7e]/.test(character) ? 0.5 : 1))
  const total = widths.reduce((sum, width) => sum + width, 0)
  let before = 0
  return characters.map((character, index) => {
    const at = (before + (widths[index] ?? 0) / 2) / total
    before += widths[index] ?? 0
    return { text: character, score: 1, at, others: [] }
  })
}
