import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { layouts } from '../../server/src/layouts'
import type { Character, Corners, Line } from '../../server/src/layouts/line'
import type { Reading } from '../../server/src/layouts/reading'
import { percentile } from './latency'
import type { Picture } from './pictures'
import { percent, Score } from './score'

const FOLDER = path.join(__dirname, 'peers')
const PEERS = ['paddleocr', '@gutenye/ocr-node', 'ppu-paddle-ocr', 'esearch-ocr', 'tesseract.js']
/** Some would have onnxruntime-node fetch a CUDA runtime while it installs; nothing here needs a script. */
const INSTALL = ['install', '--prefix', FOLDER, '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund']
/** For each of them: the rest of the pictures is left out. */
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
    for (const peer of PEERS)
      rows.push(...rowsOf(peer, await takeTurns(peer, files, recognise, limit), rows.length === 0))
    return [
      '| | pictures | fields, % | whole pictures, % | median, ms | this server in turns with it, ms | ratio | memory, MB |',
      '|---|---|---|---|---|---|---|---|',
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
  const turns: Turn[] = []
  try {
    await lineLike(printed, 'ready')
    let spent = 0
    for (const { picture, file } of files) {
      if (spent > limit) break
      const start = performance.now()
      const reading = await recognise(picture)
      const ms = performance.now() - start
      child.stdin.write(`${file}\n`)
      const theirs: Answer = JSON.parse(await lineLike(printed, '{"ms"'))
      spent += theirs.ms
      turns.push({ picture, reading, ms, theirs })
    }
  } finally {
    child.kill()
  }
  return turns
}

/** Some of the packages print lines of their own. */
async function lineLike(lines: AsyncIterator<string>, start: string): Promise<string> {
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    if (line.value.startsWith(start)) return line.value
  }
  throw new Error('the package broke down')
}

function rowsOf(peer: string, turns: Turn[], isFirst: boolean): string[] {
  const [own, other] = [new Score(), new Score()]
  for (const { picture, reading, theirs } of turns) {
    own.add(picture, reading)
    other.add(picture, Array.isArray(theirs.lines) ? layouts[picture.card](toPage(theirs.lines)) : undefined)
  }
  const ours = median(turns.map(({ ms }) => ms))
  const theirs = median(turns.map(({ theirs }) => theirs.ms))
  const memory = Math.max(...turns.map(({ theirs }) => theirs.megabytes))
  const accuracy = (score: Score) => `${turns.length} | ${percent(score.fields)} | ${percent(score.cards)}`
  const row = `| ${peer} | ${accuracy(other)} | ${Math.round(theirs)} | ${Math.round(ours)} | ${(ours / theirs).toFixed(2)} | ${Math.round(memory)} |`
  return isFirst ? [`| this server | ${accuracy(own)} | ${Math.round(ours)} | | | |`, row] : [row]
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
