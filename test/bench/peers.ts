import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
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
const LIMIT_MS = 60_000

interface PeerLine {
  text: string
  box: [number, number][] | null
}

/** The other packages on some of the pictures, each followed by the same layouts, and ours on the same pictures. */
export function reportPeers(pictures: Picture[], ours: { reading?: Reading; ms: number }[], limit = LIMIT_MS): string {
  if (!existsSync(path.join(FOLDER, 'node_modules'))) execFileSync('npm', INSTALL, { stdio: 'inherit' })
  const folder = mkdtempSync(path.join(tmpdir(), 'peers-'))
  try {
    pictures.forEach(({ image }, index) => writeFileSync(path.join(folder, nameOf(index)), image))
    const own = new Score()
    pictures.forEach((picture, index) => own.add(picture, ours[index]?.reading))
    const rows = PEERS.map((peer) => measure(peer, folder, pictures, ours, limit))
    const header = '| | pictures | fields, % | whole pictures, % | median, ms | our median on them, ms | memory, MB |'
    const row = `| this server | ${pictures.length} | ${percent(own.fields)} | ${percent(own.cards)} | ${Math.round(median(ours))} | | |`
    return [header, '|---|---|---|---|---|---|---|', row, ...rows].join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const nameOf = (index: number) => `${String(index).padStart(4, '0')}.jpg`
const median = (times: { ms: number }[]) =>
  percentile(
    times.map(({ ms }) => ms),
    0.5,
  )

function measure(peer: string, folder: string, pictures: Picture[], ours: { ms: number }[], limit: number): string {
  const output = execFileSync('node', [path.join(FOLDER, 'run.mjs'), peer, folder, String(limit)], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const answers: { ms: number; rss: number; lines: PeerLine[] | object }[] = output
    .split('\n')
    .filter((line) => line.startsWith('{"name"'))
    .map((line) => JSON.parse(line))
  const score = new Score()
  answers.forEach(({ lines }, index) => {
    const picture = pictures[index]
    if (picture) score.add(picture, Array.isArray(lines) ? layouts[picture.card](toPage(lines)) : undefined)
  })
  const memory = Math.max(0, ...answers.map(({ rss }) => rss))
  return `| ${peer} | ${answers.length} | ${percent(score.fields)} | ${percent(score.cards)} | ${Math.round(median(answers))} | ${Math.round(median(ours.slice(0, answers.length)))} | ${Math.round(memory)} |`
}

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
